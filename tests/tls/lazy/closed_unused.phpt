--TEST--
TLS: a lazy stream that is closed before its handshake
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$before = count_descriptors();
$client = stream_socket_client($tcp);
$conn = stream_socket_accept($server, 20);
var_dump(fclose($conn));
stream_set_timeout($client, 20);
var_dump(fread($client, 100), feof($client));
fclose($client);
var_dump(count_descriptors() - $before);
?>
--EXPECT--
bool(true)
string(0) ""
bool(true)
int(0)
