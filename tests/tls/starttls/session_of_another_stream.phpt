--TEST--
TLS: another stream's session; a plain stream and the stream itself as such
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$first, $conn] = tls_pair();
fwrite($conn, 'x');
fread($first, 1);
[$client, $conn] = tls_ends();
stream_set_blocking($client, false);
stream_set_blocking($conn, false);
$c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $first);
var_dump($c);
while (stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER) === 0 || $c === 0) {
    if ($c === 0) $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
}
var_dump($c);
[$client, $conn] = tls_ends();
stream_set_blocking($client, false);
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $conn));
[$client, $conn] = tls_ends();
stream_set_blocking($client, false);
var_dump(@stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $client));
[$client, $conn] = tls_ends();
stream_set_blocking($client, false);
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, tmpfile()));
?>
--EXPECTF--
int(0)
bool(true)
Warning: stream_socket_enable_crypto(): Supplied SSL session stream is not %s
int(0)
int(0)
Warning: stream_socket_enable_crypto(): Supplied session stream must be an SSL enabled stream
int(0)
