--TEST--
TLS: a certificate of the cafile's authority is taken, another's refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$ca = tls_certificate('An authority', ['ca' => true]);
$server = ['local_cert' => tls_certificate('localhost', ['issuer' => $ca])];
$client = ['verify_peer' => true, 'verify_peer_name' => true, 'peer_name' => 'localhost'];
var_dump(tls_shake(...tls_ends($server, $client + ['cafile' => $ca])));
var_dump(tls_shake(...tls_ends($server, $client + ['cafile' => tls_certificate('Another', ['ca' => true])])));
?>
--EXPECT--
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
