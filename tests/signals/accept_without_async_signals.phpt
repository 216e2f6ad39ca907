--TEST--
accept: without asynchronous signals a signal ends the wait as in stock, and the handler runs when dispatched
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = signal_in_wait(SIGUSR1);
var_dump(stream_socket_accept($server, 20));
pcntl_signal_dispatch();
ended($child);
?>
--EXPECTF--

Warning: stream_socket_accept(): Accept failed: Interrupted system call in %s on line %d
bool(false)
handled
