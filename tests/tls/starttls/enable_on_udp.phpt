--TEST--
TLS: crypto on udp is refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
show_errors();
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
var_dump(stream_socket_enable_crypto($udp, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): This stream does not support SSL/crypto
bool(false)
