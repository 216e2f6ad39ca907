--TEST--
TLS: a handler that closes the stream ends the read; the peer is told properly
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
foreach (['fread', 'fgets', 'stream_get_contents'] as $function) {
    [$theirs, $ours] = tls_pair();
    pcntl_signal(SIGUSR1, function () use ($ours) { var_dump(fclose($ours)); });
    $child = in_child(function () {
        await_sleep(posix_getppid());
        posix_kill(posix_getppid(), SIGUSR1);
        vanish();
    });
    var_dump($function($ours, 100));
    ended($child);
    var_dump(is_resource($ours));
    stream_set_timeout($theirs, 20);
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
bool(true)
string(0) ""
bool(false)
string(0) ""
bool(true)
