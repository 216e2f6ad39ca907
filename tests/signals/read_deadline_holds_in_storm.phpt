--TEST--
fread and fgets: a storm of signals neither prolongs nor shortens the timeout
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
[$theirs, $ours] = connect_pair();
stream_set_timeout($ours, 0, 500_000);
foreach ([fn () => fread($ours, 10), fn () => fgets($ours)] as $read) {
    $handled = 0;
    $storm = signal_storm(SIGUSR1);
    $start = microtime(true);
    var_dump($read());
    $took = microtime(true) - $start;
    stop($storm);
    var_dump($took >= 0.49, $took < 10, $handled > 3, stream_get_meta_data($ours)['timed_out']);
}
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
