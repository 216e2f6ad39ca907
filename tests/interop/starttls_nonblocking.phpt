--TEST--
stream_socket_enable_crypto() on non-blocking tcp streams, both sides in one process; off on a listener is harmless
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/certificate.inc';
$pem = make_certificate('nbtls');
[$server, $to] = listen_on('tcp://127.0.0.1:0', stream_context_create(['ssl' => ['local_cert' => $pem]]));
var_dump(stream_socket_enable_crypto($server, false));
$client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT,
    stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]));
$conn = stream_socket_accept($server, 10);
stream_set_blocking($client, false);
stream_set_blocking($conn, false);
$c = $s = 0;
while ($c === 0 || $s === 0) {
    if ($c === 0) $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
    if ($s === 0) $s = stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
}
var_dump($c, $s, fread($conn, 10));
fwrite($client, "hello\n");
do $line = fgets($conn); while ($line === false && !feof($conn));
var_dump($line);
stream_set_blocking($client, true);
fwrite($conn, "answer\n");
var_dump(fgets($client), stream_get_meta_data($client)['blocked'], stream_get_meta_data($conn)['blocked']);
fclose($conn);
var_dump(fgets($client), feof($client));
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
string(0) ""
string(6) "hello
"
string(7) "answer
"
bool(true)
bool(false)
bool(false)
bool(true)
