--TEST--
TLS: a server without a certificate, and with a file that is none
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn] = tls_ends(['local_cert' => null]);
var_dump(tls_shake($client, $conn));
foreach (['/does/not/exist', tls_file('no certificate')] as $file) {
    [$client, $conn] = tls_ends(['local_cert' => $file]);
    stream_set_blocking($conn, false);
    var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
}
?>
--EXPECTF--
Warning: stream_socket_enable_crypto(): SSL_R_NO_SHARED_CIPHER: no suitable shared cipher could be used.  This could be because the server is missing an SSL certificate (local_cert context option)
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
Warning: stream_socket_enable_crypto(): Unable to set local cert chain file `/does/not/exist'; Check that your cafile/capath settings include details of your certificate and its issuer
bool(false)
Warning: stream_socket_enable_crypto(): Unable to set local cert chain file `%s'; Check that your cafile/capath settings include details of your certificate and its issuer
bool(false)
