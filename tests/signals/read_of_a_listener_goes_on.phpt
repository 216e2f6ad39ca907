--TEST--
reading a listener: a signal's handler runs, and the wait goes on until somebody comes
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$server) { echo 'handled, ', json_encode(feof($server)), "\n"; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $server) {
    await_sleep($us);
    $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    while (posix_getppid() === $us) usleep(2000);
});
var_dump(fread($server, 10), feof($server));
stop($child);
?>
--EXPECT--
handled, false
bool(false)
bool(true)
