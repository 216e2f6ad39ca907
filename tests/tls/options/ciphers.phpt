--TEST--
TLS: ciphers: the one that both have; none in common; none at all
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$client = ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT];
foreach (['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384'] as $cipher) {
    [$c, $s] = tls_ends(['ciphers' => $cipher]);
    var_dump(tls_shake($c, $s, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT), stream_get_meta_data($c)['crypto']['cipher_name']);
}
show_tls_errors();
[$c, $s] = tls_ends(['ciphers' => 'ECDHE-ECDSA-AES128-GCM-SHA256'], ['ciphers' => 'ECDHE-ECDSA-AES256-GCM-SHA384']);
var_dump(tls_shake($c, $s, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT));
[$c, $s] = tls_ends(['ciphers' => 'NO-SUCH-CIPHER']);
stream_set_blocking($s, false);
var_dump(stream_socket_enable_crypto($s, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
?>
--EXPECT--
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
string(29) "ECDHE-ECDSA-AES128-GCM-SHA256"
array(2) {
  [0]=>
  bool(true)
  [1]=>
  bool(true)
}
string(29) "ECDHE-ECDSA-AES256-GCM-SHA384"
Warning: stream_socket_enable_crypto(): SSL_R_NO_SHARED_CIPHER: no suitable shared cipher could be used.  This could be because the server is missing an SSL certificate (local_cert context option)
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
bool(false)
