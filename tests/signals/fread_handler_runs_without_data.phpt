--TEST--
fread: the handler runs at once and not only when data comes
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
stream_set_timeout($ours, 20);
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $theirs) {
    await_sleep($us);
    echo "data\n";
    fwrite($theirs, 'x');
});
var_dump(fread($ours, 1));
ended($child);
?>
--EXPECT--
handled
data
string(1) "x"
