--TEST--
an error handler within a signal's handler closes the stream of the failing write, and the one that is waited on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
pcntl_async_signals(true);

// A stream that nobody reads from any more: the next write to it fails.
function broken_stream()
{
    [$theirs, $inner] = connect_pair();
    $theirs = null;
    fread($inner, 1);
    fwrite($inner, 'x'); // answered with a reset
    for ($i = 0; !feof($inner) && $i < 1000; usleep(1000), ++$i);
    return $inner;
}

// Returns what the two operations did, and leaves the descriptors to the caller.
function nested(callable $close): void
{
    [$peer, $outer] = connect_pair();
    $inner = broken_stream();
    pcntl_signal(SIGUSR1, function () use ($inner, $outer, $close) {
        set_error_handler(function () use ($inner, $outer, $close) {
            restore_error_handler();
            $close($inner, $outer);
            return true;
        });
        for ($i = 0, $sent = true; $sent !== false && $i < 1000; ++$i) $sent = fwrite($inner, 'y');
        var_dump($sent, is_resource($inner), is_resource($outer));
    });
    $child = signal_in_wait(SIGUSR1);
    stream_set_timeout($outer, 20);
    $start = microtime(true);
    var_dump(fgets($outer));
    var_dump(microtime(true) - $start < 10);
    ended($child);
    foreach ([1, 2] as $_); // a safe point
    var_dump(is_resource($inner), is_resource($outer));
    stream_set_timeout($peer, 20);
    var_dump(fgets($peer), feof($peer));
}

$closers = [
    'inner first' => function ($inner, $outer) { fclose($inner); fclose($outer); },
    'outer first' => function ($inner, $outer) { fclose($outer); fclose($inner); },
    'by another name' => function ($inner, $outer) { pclose($inner); pclose($outer); },
    'twice' => function ($inner, $outer) { fclose($inner); fclose($outer); pclose($outer); },
];
$before = count_descriptors();
foreach ($closers as $name => $close) {
    echo "$name\n";
    nested($close);
    var_dump(count_descriptors() - $before);
}
?>
--EXPECT--
inner first
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(0)
outer first
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(0)
by another name
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(0)
twice
bool(false)
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(0)
