--TEST--
TLS: capture_peer_cert and capture_peer_cert_chain put the certificates into the client's context
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$ca = tls_certificate('An authority', ['ca' => true]);
$leaf = tls_certificate('localhost', ['issuer' => $ca]);
$server = ['local_cert' => tls_file(file_get_contents($leaf) . file_get_contents($ca))];
[$client] = tls_pair($server, ['capture_peer_cert' => true, 'capture_peer_cert_chain' => true]);
$options = stream_context_get_options($client)['ssl'];
var_dump($options['peer_certificate'] instanceof OpenSSLCertificate, tls_name_of($options['peer_certificate']));
var_dump(array_map('tls_name_of', $options['peer_certificate_chain']));
[$client] = tls_pair($server);
var_dump(isset(stream_context_get_options($client)['ssl']['peer_certificate']));
?>
--EXPECT--
bool(true)
string(9) "localhost"
array(2) {
  [0]=>
  string(9) "localhost"
  [1]=>
  string(12) "An authority"
}
bool(false)
