--TEST--
TLS: an expired certificate is refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$ca = tls_certificate('An authority', ['ca' => true]);
$certificate = tls_certificate('localhost', ['issuer' => $ca, 'days' => 0]);
var_dump(tls_shake(...tls_ends(['local_cert' => $certificate], ['cafile' => $ca, 'verify_peer' => true])));
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
