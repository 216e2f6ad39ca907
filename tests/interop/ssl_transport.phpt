--TEST--
ssl:// and tls://: server and client work beside our transports
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/certificate.inc';
$pem = make_certificate('ssl');
foreach (['ssl', 'tls'] as $scheme) {
    [$server, $to] = listen_on("$scheme://127.0.0.1:0", stream_context_create(['ssl' => ['local_cert' => $pem]]));
    $pid = in_child(function () use ($server) {
        $conn = stream_socket_accept($server, 20, $peer);
        fwrite($conn, strtoupper(fgets($conn)) . "$peer\n");
        fgets($conn);
    });
    $client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT,
        stream_context_create(['ssl' => ['cafile' => $pem, 'peer_name' => 'localhost', 'allow_self_signed' => true]]));
    fwrite($client, "hello\n");
    var_dump(fgets($client), trim(fgets($client)) === stream_socket_get_name($client, false));
    fclose($client);
    pcntl_waitpid($pid, $status);
}
?>
--EXPECT--
string(6) "HELLO
"
bool(true)
string(6) "HELLO
"
bool(true)
