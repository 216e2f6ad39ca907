--TEST--
TLS: exit() in a handler within a read; the stream is closed properly
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
pcntl_signal(SIGUSR1, function () { exit(3); });
[$theirs, $ours] = tls_pair();
$child = in_child(function () use ($ours) {
    $us = getmypid();
    $killer = in_child(function () use ($us) {
        await_sleep($us);
        posix_kill($us, SIGUSR1);
    });
    fwrite($ours, "mine\n");
    fread($ours, 10);
});
stream_set_timeout($theirs, 20);
var_dump(fgets($theirs), fread($theirs, 1), feof($theirs), ended($child));
?>
--EXPECT--
string(5) "mine
"
string(0) ""
bool(true)
int(3)
