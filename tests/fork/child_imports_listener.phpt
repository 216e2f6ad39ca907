--TEST--
a child hands the shared listener to ext/sockets; the parent's accept keeps its timeout
--EXTENSIONS--
pcntl
posix
sockets
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = in_child(function () use ($server) { socket_import_stream($server); });
ended($child);
$us = getmypid();
$rescue = in_child(function () use ($us, $server) { // should the kernel do the waiting
    await_sleep($us);
    usleep(5_000_000);
    stream_socket_client('tcp://' . stream_socket_get_name($server, false));
});
$start = microtime(true);
var_dump(@stream_socket_accept($server, 0.2), microtime(true) - $start < 4);
stop($rescue);
?>
--EXPECT--
bool(false)
bool(true)
