--TEST--
stream_copy_to_stream: a file that one handler closes is there until the copy has ended, whatever the next ones do
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80600) die('skip 8.6 copies between descriptors itself: no handler runs within'); ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);
$path = __DIR__ . '/copy_handlers_close_file_and_go_on.txt';
foreach (['fclose', 'pclose'] as $close) {
    [$theirs, $ours] = connect_pair();
    stream_set_timeout($ours, 20);
    $before = count_descriptors();
    $file = fopen($path, 'w');
    pcntl_signal(SIGUSR1, function () use ($close, $file) { $close($file); });
    pcntl_signal(SIGUSR2, function () use ($theirs, $before) {
        for ($i = 0; $i < 3; ++$i); // a safe point
        var_dump(count_descriptors() - $before);
        fwrite($theirs, 'hello');
    });
    $us = getmypid();
    $child = signal_in_wait(SIGUSR1, function () use ($us) {
        await_sleep($us);
        posix_kill($us, SIGUSR2);
    });
    var_dump(stream_copy_to_stream($ours, $file, 5));
    ended($child);
    for ($i = 0; $i < 3; ++$i); // a safe point
    pcntl_signal(SIGUSR2, SIG_DFL); // (its handler has a stream)
    var_dump(count_descriptors() - $before, file_get_contents($path));
}
?>
--CLEAN--
<?php unlink(__DIR__ . '/copy_handlers_close_file_and_go_on.txt'); ?>
--EXPECT--
int(1)
int(5)
int(0)
string(5) "hello"
int(1)
int(5)
int(0)
string(5) "hello"
