--TEST--
TLS: crypto that is on is not turned on again
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn] = tls_pair();
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
fwrite($client, 'goes on');
var_dump(fread($conn, 100));
stream_set_blocking($conn, false);
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
fwrite($conn, 'this way too');
var_dump(fread($client, 100));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SSL/TLS already set-up for this stream
bool(false)
string(7) "goes on"
bool(false)
string(12) "this way too"
