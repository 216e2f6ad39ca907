--TEST--
so_reuseaddr: a port with closed connections can be taken again at once; not when it is off
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip TIME_WAIT differs'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$client, $accepted, $server] = connect_pair();
$name = 'tcp://' . stream_socket_get_name($server, false);
fclose($accepted); // the side that closes first stays in TIME_WAIT
fread($client, 1);
fclose($client);
fclose($server);
$context = stream_context_create(['socket' => ['so_reuseaddr' => false]]);
var_dump(@stream_socket_server($name, $errno, $errstr, 12, $context), $errno === SOCKET_EADDRINUSE);
var_dump(is_resource(stream_socket_server($name, $errno, $errstr)));
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
