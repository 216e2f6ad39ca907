--TEST--
stream_socket_accept(): a unix peer that is bound has its path as name
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$mine = temp_path('peer');
[$server, $to] = listen_on('unix://' . ($path = temp_path('named')));
$client = socket_create(AF_UNIX, SOCK_STREAM, 0);
socket_bind($client, $mine);
socket_connect($client, $path);
$conn = stream_socket_accept($server, 10, $peer);
var_dump($peer === $mine);
var_dump(stream_socket_get_name($conn, true) === $mine);
?>
--EXPECT--
bool(true)
bool(true)
