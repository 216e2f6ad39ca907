--TEST--
TLS: enable_crypto with a peer that talks plain text
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn] = tls_ends();
fwrite($client, "GET / HTTP/1.1\r\n\r\n");
fwrite($conn, "HTTP/1.1 200 OK\r\n\r\n");
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
bool(false)
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
bool(false)
