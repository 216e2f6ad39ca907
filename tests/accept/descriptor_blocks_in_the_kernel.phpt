--TEST--
stream_socket_accept(): the connection's descriptor is in blocking mode, also from a non-blocking listener
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
stream_set_blocking($server, false);
$client = stream_socket_client($to);
$conn = stream_socket_accept($server, 10);
var_dump(is_nonblocking(descriptor_of($conn)), is_nonblocking(descriptor_of($client)));
?>
--EXPECT--
bool(false)
bool(false)
