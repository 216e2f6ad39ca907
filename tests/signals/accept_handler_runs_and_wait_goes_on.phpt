--TEST--
accept: a signal's handler runs within, and the wait goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $address) {
    await_sleep($us);
    fwrite(stream_socket_client($address), 'hello');
});
$connection = stream_socket_accept($server, 20);
var_dump(fread($connection, 5));
ended($child);
?>
--EXPECT--
handled
string(5) "hello"
