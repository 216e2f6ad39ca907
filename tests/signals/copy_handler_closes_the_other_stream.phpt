--TEST--
stream_copy_to_stream: a handler may close the stream that is not waited on
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80600) die('skip 8.6 copies between descriptors itself: no handler runs within'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
foreach (['fclose', 'pclose'] as $close) {
    [$theirs, $ours] = connect_pair();
    $file = tmpfile();
    pcntl_signal(SIGUSR1, function () use ($close, $file, $theirs) {
        $close($file);
        fwrite($theirs, 'hello');
    });
    $child = signal_in_wait(SIGUSR1);
    var_dump(stream_copy_to_stream($ours, $file, 5));
    ended($child);
    fwrite($theirs, "a line\n"); // the next wait's end is where the file goes
    fgets($ours);
    var_dump(is_resource($file));
}
?>
--EXPECT--
int(5)
bool(false)
int(5)
bool(false)
