--TEST--
TLS: peer_fingerprint as a string, md5 or sha1: right, wrong, of no known length
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$certificate = tls_certificate();
$md5 = openssl_x509_fingerprint("file://$certificate", 'md5');
$sha1 = openssl_x509_fingerprint("file://$certificate", 'sha1');
foreach ([$md5, $sha1, strtoupper($sha1), str_repeat('0', 32), str_repeat('0', 40)] as $fingerprint) {
    echo json_encode(tls_shake(...tls_ends(['local_cert' => $certificate], ['peer_fingerprint' => $fingerprint]))), "\n";
}
echo json_encode(@tls_shake(...tls_ends(['local_cert' => $certificate], ['peer_fingerprint' => 'short']))), "\n";
?>
--EXPECT--
[true,true]
[true,true]
[true,true]
Warning: stream_socket_enable_crypto(): peer_fingerprint match failure
[false,true]
Warning: stream_socket_enable_crypto(): peer_fingerprint match failure
[false,true]
[false,true]
