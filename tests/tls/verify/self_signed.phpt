--TEST--
TLS: a self-signed peer is refused, whatever its name
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
var_dump(tls_shake(...tls_ends([], ['verify_peer' => true, 'peer_name' => 'localhost'])));
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
