--TEST--
stream_socket_enable_crypto() on tcp streams of both sides: plain, then TLS, data in both directions
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/certificate.inc';
$pem = make_certificate('starttls');
$context = stream_context_create(['ssl' => ['local_cert' => $pem]]);
[$server, $to] = listen_on('tcp://127.0.0.1:0', $context);
$pid = in_child(function () use ($server) {
    $conn = stream_socket_accept($server, 20);
    fgets($conn);
    fwrite($conn, "go ahead\n");
    stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    fwrite($conn, 'server has crypto: ' . (int) isset(stream_get_meta_data($conn)['crypto']) . "\n");
    $data = stream_get_contents($conn, 3000000);
    fwrite($conn, md5($data) . "\n");
    fgets($conn);
});
$client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT,
    stream_context_create(['ssl' => ['cafile' => $pem, 'peer_name' => 'localhost', 'allow_self_signed' => true]]));
var_dump(isset(stream_get_meta_data($client)['crypto']));
fwrite($client, "starttls\n");
var_dump(fgets($client));
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
var_dump(strpos(stream_get_meta_data($client)['crypto']['protocol'], 'TLSv1.'));
var_dump(fgets($client));
$data = str_repeat(hash('sha512', 'tls', true), 46875);
var_dump(fwrite($client, $data), trim(fgets($client)) === md5($data));
fclose($client);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(false)
string(9) "go ahead
"
bool(true)
int(0)
string(21) "server has crypto: 1
"
int(3000000)
bool(true)
