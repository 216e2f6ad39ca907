--TEST--
TLS: a handler that throws, or closes the stream, ends a write into a full buffer
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
[$theirs, $ours] = tls_pair();
pcntl_signal(SIGUSR1, function () { throw new Exception('from the handler'); });
$child = signal_in_wait(SIGUSR1);
try {
    timed(fn () => fwrite($ours, str_repeat('x', 16 << 20)));
} catch (Exception $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
var_dump(is_resource($ours));
stream_set_timeout($ours, 0, 100_000); // closing waits for room

[$theirs, $ours] = tls_pair();
pcntl_signal(SIGUSR1, function () use ($ours) {
    stream_set_timeout($ours, 0, 100_000); // closing waits for room
    var_dump(fclose($ours));
});
$child = in_child(function () {
    await_sleep(posix_getppid());
    posix_kill(posix_getppid(), SIGUSR1);
    vanish();
});
var_dump(timed(fn () => fwrite($ours, str_repeat('x', 16 << 20))) < 16 << 20, is_resource($ours));
ended($child);
?>
--EXPECT--
from the handler
bool(true)
bool(true)
in time
bool(true)
bool(false)
