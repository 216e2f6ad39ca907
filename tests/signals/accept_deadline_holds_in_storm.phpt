--TEST--
accept: a storm of signals neither prolongs nor shortens the timeout
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$storm = signal_storm(SIGUSR1);
$start = microtime(true);
var_dump(stream_socket_accept($server, 0.5));
$took = microtime(true) - $start;
stop($storm);
var_dump($took >= 0.49, $took < 10, $handled > 3);
?>
--EXPECTF--

Warning: stream_socket_accept(): Accept failed: Connection timed out in %s on line %d
bool(false)
bool(true)
bool(true)
bool(true)
