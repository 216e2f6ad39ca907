--TEST--
TLS: enable_crypto of a server times out on a silent client: the stream's timeout
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn] = tls_ends();
stream_set_timeout($conn, 0, 50_000);
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
var_dump(isset(stream_get_meta_data($conn)['crypto']));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SSL: Handshake timed out
bool(false)
bool(false)
