--TEST--
TLS: the server captures its client's certificate
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$ca = tls_certificate('An authority', ['ca' => true]);
$server = ['local_cert' => tls_certificate('localhost', ['issuer' => $ca]), 'cafile' => $ca, 'verify_peer' => true, 'capture_peer_cert' => true];
[$client, $conn] = tls_pair($server, ['local_cert' => tls_certificate('A client', ['issuer' => $ca])]);
var_dump(tls_name_of(stream_context_get_options($conn)['ssl']['peer_certificate']));
?>
--EXPECT--
string(8) "A client"
