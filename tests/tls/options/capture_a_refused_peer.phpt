--TEST--
TLS: the certificate of a peer that was refused is captured too
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_ends([], ['capture_peer_cert' => true, 'verify_peer_name' => true, 'peer_name' => 'elsewhere']);
var_dump(@tls_shake($client, $conn)[0]);
var_dump(tls_name_of(stream_context_get_options($client)['ssl']['peer_certificate']));
?>
--EXPECT--
bool(false)
string(9) "localhost"
