--TEST--
recvfrom: a handler that closes the socket ends the wait; the port is free
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$address = 'udp://' . stream_socket_get_name($socket, false);
pcntl_signal(SIGUSR1, function () use ($socket) { var_dump(fclose($socket)); });
$child = signal_in_wait(SIGUSR1);
var_dump(stream_socket_recvfrom($socket, 100));
ended($child);
var_dump(is_resource($socket));
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
