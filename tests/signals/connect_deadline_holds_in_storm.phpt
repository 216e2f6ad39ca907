--TEST--
connect: a storm of signals neither prolongs nor shortens the timeout
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
[$address, $held] = busy_address();
$storm = signal_storm(SIGUSR1);
$start = microtime(true);
var_dump(@stream_socket_client($address, $code, $text, 0.5), $code);
$took = microtime(true) - $start;
stop($storm);
var_dump($took >= 0.49, $took < 10, $handled > 3);
?>
--EXPECT--
bool(false)
int(110)
bool(true)
bool(true)
bool(true)
