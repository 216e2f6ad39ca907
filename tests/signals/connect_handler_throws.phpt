--TEST--
connect: an exception from a handler comes out of the call, without a warning beside it, and leaves no descriptor
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
[$address, $held] = busy_address();
$before = count_descriptors();
$child = signal_in_wait(SIGUSR1);
try {
    stream_socket_client($address, $code, $text, 20);
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
unset($exception);
var_dump(error_reporting() === E_ALL);
var_dump(count_descriptors() - $before);
?>
--EXPECT--
from the handler
bool(true)
int(0)
