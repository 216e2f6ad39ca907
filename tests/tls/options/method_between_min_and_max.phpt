--TEST--
TLS: min_proto_version and max_proto_version
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$c, $s] = tls_pair(['max_proto_version' => STREAM_CRYPTO_PROTO_TLSv1_2]);
echo stream_get_meta_data($c)['crypto']['protocol'], "\n";
[$c, $s] = tls_pair(['min_proto_version' => STREAM_CRYPTO_PROTO_TLSv1_3]);
echo stream_get_meta_data($c)['crypto']['protocol'], "\n";
var_dump(tls_shake(...tls_ends(['min_proto_version' => STREAM_CRYPTO_PROTO_TLSv1_3], ['max_proto_version' => STREAM_CRYPTO_PROTO_TLSv1_2])));
?>
--EXPECT--
TLSv1.2
TLSv1.3
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(false)
}
