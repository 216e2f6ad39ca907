--TEST--
fread: a handler closes the stream and throws
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours) {
    fclose($ours);
    throw new RuntimeException('closed');
});
$child = signal_in_wait(SIGUSR1);
try {
    fgets($ours);
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
var_dump(is_resource($ours));
?>
--EXPECT--
closed
bool(false)
