--TEST--
bindto: udp clients send from it
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$server = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$context = stream_context_create(['socket' => ['bindto' => '127.0.0.1:0']]);
$client = stream_socket_client('udp://' . stream_socket_get_name($server, false), $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
fwrite($client, 'x');
wait_readable($server);
stream_socket_recvfrom($server, 10, 0, $peer);
var_dump($peer === stream_socket_get_name($client, false));
echo $peer, "\n";
?>
--EXPECTF--
bool(true)
127.0.0.1:%d
