--TEST--
TLS: a client of TLS 1.2 and a server of TLS 1.3 refuse each other
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn] = tls_ends();
var_dump(tls_shake($client, $conn, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLSv1_3_SERVER));
var_dump(isset(stream_get_meta_data($client)['crypto']), isset(stream_get_meta_data($conn)['crypto']));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
bool(false)
bool(false)
