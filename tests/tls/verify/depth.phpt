--TEST--
TLS: verify_depth: a chain that is too long is refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$root = tls_certificate('Root', ['ca' => true]);
$middle = tls_certificate('Middle', ['ca' => true, 'issuer' => $root]);
$leaf = tls_certificate('localhost', ['issuer' => $middle]);
$server = ['local_cert' => tls_file(file_get_contents($leaf) . file_get_contents($middle))];
$client = ['cafile' => $root, 'verify_peer' => true];
var_dump(tls_shake(...tls_ends($server, $client)));
var_dump(tls_shake(...tls_ends($server, $client + ['verify_depth' => 1])));
var_dump(tls_shake(...tls_ends($server, $client + ['verify_depth' => 0])));
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
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
