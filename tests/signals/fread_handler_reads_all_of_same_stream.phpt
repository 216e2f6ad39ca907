--TEST--
fread: a handler takes everything there is, then the wait goes on for the rest
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
pcntl_signal(SIGUSR1, function () use ($ours, $theirs) {
    fwrite($theirs, 'for the handler');
    var_dump(fread($ours, 100));
});
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $theirs) {
    await_sleep($us);
    fwrite($theirs, str_repeat('y', 50_000) . "\n");
});
$line = fgets($ours);
var_dump(strlen($line), $line === str_repeat('y', 50_000) . "\n");
ended($child);
?>
--EXPECT--
string(15) "for the handler"
int(50001)
bool(true)
