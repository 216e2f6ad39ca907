--TEST--
select: a stream on the number of one that was selected before it was closed wakes a wait
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
$us = getmypid();
$woken = function ($stream, $peer, $other) use ($us) {
    $child = in_child(function () use ($us, $peer) {
        await_sleep($us);
        fwrite($peer, 'x');
    });
    echo select_line(['stream' => $stream, 'other' => $other], null, null, 20), ' ';
    ended($child);
    fread($stream, 10);
    $child = signal_in_wait(SIGUSR1);
    echo @select_line(['stream' => $stream], null, null, 20), "\n"; // it is quiet again
    ended($child);
};
pcntl_signal(SIGUSR1, fn () => null);
[$other, $other_peer] = unix_pair();
$makers = ['connect_pair', 'unix_pair', 'pipe_pair'];
foreach ([...$makers, ...array_reverse($makers)] as $make) {
    [$stream, $peer] = $make();
    $woken($stream, $peer, $other);
    fclose($stream);
    fclose($peer);
}
?>
--EXPECT--
1: ["stream"] null null false: ["stream"] null null
1: ["stream"] null null false: ["stream"] null null
1: ["stream"] null null false: ["stream"] null null
1: ["stream"] null null false: ["stream"] null null
1: ["stream"] null null false: ["stream"] null null
1: ["stream"] null null false: ["stream"] null null
