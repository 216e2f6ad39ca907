--TEST--
recvfrom: without asynchronous signals the call goes on, and the handler runs when it is dispatched
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $peer) {
    await_sleep($us);
    fwrite($peer, 'datagram');
});
var_dump(stream_socket_recvfrom($socket, 100));
pcntl_signal_dispatch();
ended($child);
?>
--EXPECT--
string(8) "datagram"
handled
