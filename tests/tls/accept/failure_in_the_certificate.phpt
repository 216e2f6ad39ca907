--TEST--
TLS: accept says that the server's own certificate is wrong
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$server, , $tcp] = tls_server(['local_cert' => '/does/not/exist']);
$client = stream_socket_client($tcp);
var_dump(stream_socket_accept($server, 20));
restore_error_handler();
$client = stream_socket_client($tcp);
var_dump(@stream_socket_accept($server, 20));
echo preg_replace('/;.*/', '', error_get_last()['message'] ?? 'none'), "\n";
?>
--EXPECTF--
Warning: stream_socket_accept(): Unable to set local cert chain file `/does/not/exist'; Check that your cafile/capath settings include details of your certificate and its issuer
Warning: stream_socket_accept(): Failed to enable crypto
Warning: stream_socket_accept(): Accept failed: Cannot enable crypto
bool(false)
bool(false)
stream_socket_accept(): Accept failed: Unable to set local cert chain file `/does/not/exist'
