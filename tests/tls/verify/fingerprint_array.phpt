--TEST--
TLS: peer_fingerprint by algorithms: all must match
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$certificate = tls_certificate();
$sha256 = openssl_x509_fingerprint("file://$certificate", 'sha256');
$sha1 = openssl_x509_fingerprint("file://$certificate", 'sha1');
foreach ([['sha256' => $sha256], ['sha1' => $sha1, 'sha256' => $sha256], ['sha1' => $sha1, 'sha256' => str_repeat('0', 64)]] as $fingerprint) {
    echo json_encode(tls_shake(...tls_ends(['local_cert' => $certificate], ['peer_fingerprint' => $fingerprint]))), "\n";
}
foreach ([[], [$sha256], ['sha256' => 1]] as $fingerprint) { // (8.6 has fewer warnings)
    echo json_encode(@tls_shake(...tls_ends(['local_cert' => $certificate], ['peer_fingerprint' => $fingerprint]))), "\n";
}
?>
--EXPECT--
[true,true]
[true,true]
Warning: stream_socket_enable_crypto(): peer_fingerprint match failure
[false,true]
[false,true]
[false,true]
[false,true]
