--TEST--
TLS: stream_socket_shutdown() of both directions ends the connection for both
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
var_dump(stream_socket_shutdown($client, STREAM_SHUT_RDWR));
var_dump((string) @fread($client, 10), feof($client), (string) @fread($conn, 10), feof($conn));
?>
--EXPECT--
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
