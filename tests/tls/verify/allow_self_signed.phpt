--TEST--
TLS: allow_self_signed: a self-signed peer is taken, its name still checked
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$server = ['local_cert' => tls_certificate()];
$client = ['verify_peer' => true, 'verify_peer_name' => true, 'allow_self_signed' => true];
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'localhost'])));
var_dump(tls_shake(...tls_ends($server, $client + ['peer_name' => 'elsewhere'])));
?>
--EXPECT--
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
Warning: stream_socket_enable_crypto(): Peer certificate CN=`localhost' did not match expected CN=`elsewhere'
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(true)
}
