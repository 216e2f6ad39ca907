--TEST--
fread and fgets: without asynchronous signals the wait goes on, and the handler runs when dispatched
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
[$theirs, $ours] = connect_pair();
$us = getmypid();
foreach ([fn () => fread($ours, 100), fn () => fgets($ours)] as $read) {
    $child = signal_in_wait(SIGUSR1, function () use ($us, $theirs) {
        await_sleep($us);
        fwrite($theirs, "a line\n");
    });
    var_dump($read());
    pcntl_signal_dispatch();
    ended($child);
}
?>
--EXPECT--
string(7) "a line
"
handled
string(7) "a line
"
handled
