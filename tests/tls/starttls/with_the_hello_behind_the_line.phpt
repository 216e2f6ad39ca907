--TEST--
TLS: a client that sends its hello, or a piece of it, along with the line before it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
// Between the client and the server is one that puts a line before what the client says.
function connected(string $line, int $size): array
{
    [$client, $relay_in] = tls_ends();
    [$conn, $relay_out] = connect_pair();
    tls_options($conn, ['local_cert' => tls_certificate()]);
    foreach ([$client, $relay_in, $relay_out, $conn] as $stream) stream_set_blocking($stream, false);
    stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
    wait_readable($relay_in);
    $hello = tls_record($relay_in);
    fwrite($relay_out, $line . substr($hello, 0, $size));
    $rest = substr($hello, $size);
    return [$client, $relay_in, $relay_out, $conn, $rest];
}
$methods = [STREAM_CRYPTO_METHOD_TLSv1_2_SERVER, STREAM_CRYPTO_METHOD_TLS_SERVER];
foreach ($methods as $method) foreach ([1, 3, 5, 100, 9999] as $size) {
    [$client, $relay_in, $relay_out, $conn, $rest] = connected("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n", $size);
    wait_readable($conn);
    echo $size, ' ', trim(fgets($conn)), ' ';
    for ($c = $s = 0; $c === 0 || $s === 0; usleep(1000)) {
        if ($s === 0) $s = stream_socket_enable_crypto($conn, true, $method);
        fwrite($relay_out, $rest);
        $rest = '';
        fwrite($relay_in, fread($relay_out, 65536));
        if ($c === 0) $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        fwrite($relay_out, fread($relay_in, 65536));
    }
    fwrite($client, "hello\n");
    for ($line = ''; $line === '' || $line === false; $line = fgets($conn)) fwrite($relay_out, fread($relay_in, 65536));
    echo json_encode([$c, $s]), " $line";
}
// A server that blocks
[$server, $to] = tls_plain_server();
$child = in_child(function () use ($to) {
    // (The hello of a context of its own, since it must be known before it is sent.)
    [$client, $wire] = tls_ends();
    stream_set_blocking($client, false);
    stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
    $conn = stream_socket_client($to);
    fwrite($conn, "line\n" . tls_record($wire));
    stream_set_blocking($wire, false);
    stream_set_blocking($conn, false);
    for ($c = 0; $c === 0; usleep(1000)) {
        fwrite($wire, fread($conn, 65536));
        $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        fwrite($conn, fread($wire, 65536));
    }
    fwrite($client, "hello\n");
    for ($line = ''; $line === '' || $line === false; $line = fgets($client)) {
        fwrite($conn, fread($wire, 65536));
        fwrite($wire, fread($conn, 65536));
        usleep(1000);
    }
    exit($line === "answer\n" ? 0 : 1);
});
$conn = stream_socket_accept($server, 20);
$before = count_descriptors();
echo fgets($conn);
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER), count_descriptors() - $before);
echo fgets($conn);
fwrite($conn, "answer\n");
var_dump(stream_get_meta_data($conn)['blocked'], ended($child));
// More than the hello, and what only begins like one
foreach (["\x16", "\x16\x03\x01\x00\x05hello", client_hello() . "INJECTED\n"] as $early) {
    [$client, $conn] = tls_ends();
    fwrite($client, "line\n$early");
    echo fgets($conn);
    stream_set_timeout($conn, 0, 50_000);
    var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER), fgets($conn));
}
?>
--EXPECT--
1 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
3 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
5 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
100 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
9999 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
1 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
3 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
5 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
100 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
9999 PROXY TCP4 192.0.2.1 192.0.2.2 1 2 [true,true] hello
line
bool(true)
int(0)
hello
bool(true)
int(0)
line
Warning: stream_socket_enable_crypto(): SSL: Handshake timed out
bool(false)
bool(false)
line
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
bool(false)
bool(false)
line
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 9 bytes came before the handshake, now dropped
bool(false)
bool(false)
