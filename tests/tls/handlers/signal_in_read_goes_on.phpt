--TEST--
TLS: a signal's handler runs within a read, and the read goes on, with what is left of its time
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$theirs, $ours] = tls_pair();
pcntl_signal(SIGUSR1, function () use ($theirs, &$is_again) {
    echo "handled\n";
    if (!$is_again) fwrite($theirs, "hello\n"); // nobody else would
    $is_again = true;
});
stream_set_timeout($ours, 20);
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours));
ended($child);
$child = signal_in_wait(SIGUSR1);
stream_set_timeout($ours, 1);
var_dump(timed(fn () => fread($ours, 10), 0.999), stream_get_meta_data($ours)['timed_out']);
ended($child);
?>
--EXPECT--
handled
string(6) "hello
"
handled
in time
bool(false)
bool(true)
