--TEST--
an exception from a handler within a Fiber's read comes out of that Fiber
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
$child = signal_in_wait(SIGUSR1);
try {
    (new Fiber(fn () => fgets($ours)))->start();
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
fwrite($theirs, "goes on\n");
(new Fiber(function () use ($ours) { echo fgets($ours); }))->start();
?>
--EXPECT--
from the handler
goes on
