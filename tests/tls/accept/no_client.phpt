--TEST--
TLS: accept without a client times out as on tcp
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$server] = tls_server();
var_dump(stream_socket_accept($server, 0.05), stream_socket_accept($server, 0));
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Connection timed out
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(false)
