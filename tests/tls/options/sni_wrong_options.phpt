--TEST--
TLS: SNI_server_certs that are wrong
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
foreach (['text', ['/does/not/exist'], ['a.test' => '/does/not/exist'], ['a.test' => []]] as $certificates) {
    [$client, $conn] = tls_ends(['SNI_server_certs' => $certificates]);
    stream_set_blocking($conn, false);
    var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
}
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): SNI_server_certs requires an array mapping host names to cert paths
bool(false)
Warning: stream_socket_enable_crypto(): SNI_server_certs array requires string host name keys
bool(false)
Warning: stream_socket_enable_crypto(): Failed setting local cert chain file `/does/not/exist'; check that your cafile/capath settings include details of your certificate and its issuer
bool(false)
Warning: stream_socket_enable_crypto(): local_cert not present in the array
bool(false)
