--TEST--
connect: a signal's handler runs within, and the wait lasts as long as was asked
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$address, $held] = busy_address();
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$child = signal_in_wait(SIGUSR1);
$start = microtime(true);
var_dump(@stream_socket_client($address, $code, $text, 0.5), $code, $text);
var_dump(microtime(true) - $start >= 0.49);
ended($child);
?>
--EXPECT--
handled
bool(false)
int(110)
string(20) "Connection timed out"
bool(true)
