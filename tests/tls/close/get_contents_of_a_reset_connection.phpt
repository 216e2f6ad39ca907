--TEST--
TLS: stream_get_contents() on a connection that was reset: nothing, and no warning
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn] = tls_pair();
stream_socket_shutdown($client, STREAM_SHUT_RDWR);
fwrite($conn, 'a'); // which the client's side answers with a reset
wait_readable($client);
var_dump(stream_get_contents($client, 100), feof($client));
var_dump(stream_get_contents($conn, 100), feof($conn));
?>
--EXPECT--
string(0) ""
bool(true)
string(0) ""
bool(true)
