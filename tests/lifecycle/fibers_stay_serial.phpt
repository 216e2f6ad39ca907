--TEST--
blocking reads in two of PHP's own Fibers run one after the other, as in stock
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$to_first, $first] = connect_pair();
[$to_second, $second] = connect_pair();
$us = getmypid();
$child = in_child(function () use ($us, $to_first, $to_second) {
    fwrite($to_second, "second\n");
    await_sleep($us);
    fwrite($to_first, "first\n");
});
foreach ([$first, $second] as $stream) {
    $fiber = new Fiber(function () use ($stream) {
        echo fgets($stream);
        Fiber::suspend();
        echo "after\n";
    });
    $fiber->start();
    $fibers[] = $fiber;
}
foreach ($fibers as $fiber) $fiber->resume();
ended($child);
?>
--EXPECT--
first
second
after
after
