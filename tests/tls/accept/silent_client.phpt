--TEST--
TLS: accept: a client that says nothing costs the timeout, which may be a fraction
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
$client = stream_socket_client($tcp);
show_tls_errors();
var_dump(timed(fn () => stream_socket_accept($server, 0.3), 0.299));
stream_set_timeout($client, 20);
var_dump(stream_get_contents($client), feof($client)); // it is closed
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
string(0) ""
bool(true)
