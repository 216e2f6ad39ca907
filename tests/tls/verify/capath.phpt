--TEST--
TLS: authorities in a directory by their hashes
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$ca = tls_certificate('An authority', ['ca' => true]);
$directory = sys_get_temp_dir() . '/uvs-capath-' . getmypid();
mkdir($directory);
copy($ca, $copy = "$directory/" . openssl_x509_parse("file://$ca")['hash'] . '.0');
$server = ['local_cert' => tls_certificate('localhost', ['issuer' => $ca])];
$client = ['verify_peer' => true, 'verify_peer_name' => true, 'peer_name' => 'localhost', 'capath' => $directory];
var_dump(tls_shake(...tls_ends($server, $client)));
unlink($copy);
var_dump(tls_shake(...tls_ends($server, $client)));
rmdir($directory);
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
