--TEST--
TLS: crypto that is off cannot be turned off
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn] = tls_ends();
var_dump(stream_socket_enable_crypto($client, false));
fwrite($client, 'plain');
var_dump(fread($conn, 100));
?>
--EXPECT--
bool(false)
string(5) "plain"
