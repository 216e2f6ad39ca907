--TEST--
fread and fgets: a handler that closes the stream ends the wait; the peer sees the end
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
foreach ([fn ($stream) => fread($stream, 100), fn ($stream) => fgets($stream)] as $read) {
    [$theirs, $ours, $server] = connect_pair();
    fclose($server);
    pcntl_signal(SIGUSR1, function () use ($ours) { var_dump(fclose($ours)); });
    $child = in_child(function () use ($ours, $theirs) {
        fclose($ours);
        fclose($theirs);
        await_sleep(posix_getppid());
        posix_kill(posix_getppid(), SIGUSR1);
    });
    var_dump($read($ours));
    ended($child);
    var_dump(is_resource($ours));
    stream_set_timeout($theirs, 5);
    var_dump(fread($theirs, 1), feof($theirs));
}
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
string(0) ""
bool(true)
bool(true)
bool(false)
bool(false)
string(0) ""
bool(true)
