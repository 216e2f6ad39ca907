--TEST--
TLS: the key in a file of its own; another certificate's key
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$cert, $key] = tls_certificate('localhost', ['bare' => true]);
var_dump(tls_shake(...tls_ends(['local_cert' => $cert, 'local_pk' => $key])));
[, $other] = tls_certificate('localhost', ['bare' => true]);
[$client, $conn] = tls_ends(['local_cert' => $cert, 'local_pk' => $other]);
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
