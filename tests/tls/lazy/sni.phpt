--TEST--
TLS: a lazy handshake honours SNI certificates
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server(['SNI_server_certs' => ['one.test' => tls_certificate('one.test')]]);
$client = stream_socket_client($tcp,
    context: tls_client_context(['peer_name' => 'one.test', 'capture_peer_cert' => true]));
$conn = stream_socket_accept($server, 20);
var_dump(tls_shake($client, $conn) === [true, true]);
echo tls_name_of(stream_context_get_options($client)['ssl']['peer_certificate']), "\n";
?>
--EXPECT--
bool(true)
one.test
