--TEST--
stream_set_timeout() with negative microseconds times out at once, as a timeout of 0
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80300) die('skip a timeout of 0 does not wait since 8.3'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$client = stream_socket_client($to);
$connection = stream_socket_accept($server, 10);
stream_set_timeout($connection, 0, -500);
var_dump(fread($connection, 1), stream_get_meta_data($connection)['timed_out']);
?>
--EXPECT--
bool(false)
bool(true)
