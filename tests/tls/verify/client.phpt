--TEST--
TLS: a server that verifies its clients: a good certificate, a foreign one, none
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$ca = tls_certificate('An authority', ['ca' => true]);
$server = ['local_cert' => tls_certificate('localhost', ['issuer' => $ca]), 'cafile' => $ca, 'verify_peer' => true];
$good = tls_certificate('A client', ['issuer' => $ca]);
$foreign = tls_certificate('A foreigner', ['issuer' => tls_certificate('Another', ['ca' => true])]);
foreach ([$good, $foreign, null] as $certificate) {
    $client = $certificate ? ['local_cert' => $certificate] : [];
    [$client, $conn] = tls_ends($server, $client + ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]);
    var_dump(tls_shake($client, $conn, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT)[1]);
}
?>
--EXPECT--
bool(true)
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: ...
bool(false)
Warning: stream_socket_enable_crypto(): Could not get peer certificate
bool(false)
