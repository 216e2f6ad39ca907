--TEST--
TLS: a key with a passphrase: right and wrong
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$certificate = tls_certificate('localhost', ['passphrase' => 'open sesame']);
var_dump(tls_shake(...tls_ends(['local_cert' => $certificate, 'passphrase' => 'open sesame'])));
[$client, $conn] = tls_ends(['local_cert' => $certificate, 'passphrase' => 'wrong']);
stream_set_blocking($conn, false);
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
?>
--EXPECTF--
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
Warning: stream_socket_enable_crypto(): Unable to set private key file `%s'
bool(false)
