--TEST--
accept: a signal's handler runs within, then the wait ends as in stock; the next call accepts
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = signal_in_wait(SIGUSR1);
var_dump(stream_socket_accept($server, 20));
ended($child);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
var_dump(is_resource(stream_socket_accept($server, 20)));
?>
--EXPECTF--
handled

Warning: stream_socket_accept(): Accept failed: Interrupted system call in %s on line %d
bool(false)
bool(true)
