--TEST--
TLS: another name than the certificate's is refused
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$ca = tls_certificate('An authority', ['ca' => true]);
$client = ['cafile' => $ca, 'verify_peer' => true, 'verify_peer_name' => true];
$server = ['local_cert' => tls_certificate('server.test', ['issuer' => $ca])];
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'server.test'])));
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'other.test'])));
$server = ['local_cert' => tls_certificate('cn.test', ['issuer' => $ca, 'san' => 'DNS:one.test,DNS:*.two.test'])];
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'one.test'])));
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'www.two.test'])));
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'a.b.two.test'])));
var_dump(tls_shake(...tls_ends($server, ['verify_peer_name' => false] + $client + ['peer_name' => 'a.b.two.test'])));
?>
--EXPECTF--
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
Warning: stream_socket_enable_crypto(): Peer certificate %s did not match expected %sother.test'
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(true)
}
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
Warning: stream_socket_enable_crypto(): Peer certificate %s did not match expected %sa.b.two.test'
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(true)
}
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
