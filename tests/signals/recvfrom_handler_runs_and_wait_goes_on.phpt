--TEST--
recvfrom: a signal's handler runs within, and the wait goes on
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $peer) {
    await_sleep($us);
    fwrite($peer, 'datagram');
});
var_dump(stream_socket_recvfrom($socket, 100));
ended($child);
?>
--EXPECT--
handled
string(8) "datagram"
