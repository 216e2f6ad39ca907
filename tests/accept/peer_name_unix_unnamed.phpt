--TEST--
stream_socket_accept(): an unnamed unix peer has the name ""
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on('unix://' . temp_path('unnamed'));
$client = stream_socket_client($to);
$peer = 'untouched';
$conn = stream_socket_accept($server, 10, $peer);
var_dump($peer);
var_dump(stream_socket_get_name($conn, true));
var_dump(stream_socket_get_name($conn, false) === stream_socket_get_name($server, false));
var_dump(stream_socket_get_name($client, true) === stream_socket_get_name($server, false));
var_dump(stream_socket_get_name($client, false));
?>
--EXPECT--
string(0) ""
bool(false)
bool(true)
bool(true)
bool(false)
