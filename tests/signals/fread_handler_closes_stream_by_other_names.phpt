--TEST--
fread: gzclose, pclose and the like close a stream as well, and a handler may call them
--EXTENSIONS--
pcntl
posix
zlib
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
foreach (['pclose', 'gzclose'] as $close) {
    [$theirs, $ours, $server] = connect_pair();
    pcntl_signal(SIGUSR1, function () use ($ours, $close) { $close($ours); });
    $child = signal_in_wait(SIGUSR1);
    var_dump(fgets($ours));
    ended($child);
    var_dump(is_resource($ours));
}
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
