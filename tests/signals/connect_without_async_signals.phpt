--TEST--
connect: without asynchronous signals the wait goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
[$address, $held] = busy_address();
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_client($address, $code, $text, 0.5), $code);
pcntl_signal_dispatch();
ended($child);
?>
--EXPECT--
bool(false)
int(110)
handled
