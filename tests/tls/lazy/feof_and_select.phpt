--TEST--
TLS: handshake=lazy: before the handshake feof() and stream_select() look at the socket; nothing can be sent before a client speaks
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = stream_socket_client($tcp);
$connection = stream_socket_accept($server, 20);
[$r, $w, $e] = [[$connection], [$connection], null];
var_dump(stream_select($r, $w, $e, 0), count($r), count($w), feof($connection));
fwrite($client, substr(client_hello(), 0, 10));
var_dump(wait_readable($connection), feof($connection), stream_get_meta_data($connection)['unread_bytes']);
fclose($client);
$client = stream_socket_client($tcp);
$connection = stream_socket_accept($server, 20);
fclose($client);
var_dump(wait_readable($connection), feof($connection));
?>
--EXPECT--
int(0)
int(0)
int(0)
bool(false)
bool(true)
bool(false)
int(0)
bool(true)
bool(true)
