--TEST--
accept: a handler that closes the server ends the wait; the port is free, the resource gone
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
pcntl_signal(SIGUSR1, function () use ($server) { var_dump(fclose($server)); });
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_accept($server, 20));
ended($child);
var_dump(is_resource($server));
var_dump(@stream_socket_client($address, $code), $code);
var_dump(is_resource(stream_socket_server($address)));
try {
    stream_socket_accept($server, 0);
} catch (TypeError) {
    echo "closed\n";
}
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
bool(false)
int(111)
bool(true)
closed
