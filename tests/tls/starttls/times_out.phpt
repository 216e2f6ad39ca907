--TEST--
TLS: enable_crypto of a client times out on a silent server after the time that connecting was given
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn] = tls_ends(timeout: 0.2);
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SSL: Handshake timed out
bool(false)
