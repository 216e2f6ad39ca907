--TEST--
accept: a handler closes the server and opens the next
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$server = stream_socket_server('tcp://127.0.0.1:0');
pcntl_signal(SIGUSR1, function () use (&$server) {
    fclose($server);
    $server = stream_socket_server('tcp://127.0.0.1:0');
});
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_accept($server, 20));
ended($child);
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
var_dump(is_resource(stream_socket_accept($server, 20)));
?>
--EXPECT--
bool(false)
bool(true)
