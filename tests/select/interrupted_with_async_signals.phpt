--TEST--
select: with asynchronous signals, too, the wait ends with false, and then the handler runs
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
pcntl_async_signals(true);
set_error_handler(function (int $level, string $text) {
    echo strtok($text, '('), "() warning\n";
    return true;
});
[$a, $b] = unix_pair();
pcntl_signal(SIGUSR1, function () use (&$ended) { echo $ended ? "after the end\n" : "within\n"; });
foreach ([null, 20] as $seconds) {
    $ended = false;
    $r = [$a];
    $w = $e = null;
    $child = signal_in_wait(SIGUSR1);
    var_dump([$ended = stream_select($r, $w, $e, $seconds), $ended = true][0]);
    ended($child);
}
// A handler that throws: the sets are unchanged
pcntl_signal(SIGUSR1, function () { throw new Exception('from the handler'); });
$r = ['k' => $a];
$child = signal_in_wait(SIGUSR1);
try {
    stream_select($r, $w, $e, 20);
} catch (Exception $x) {
    echo $x->getMessage(), ' ', sets_line($r, $w, $e), "\n";
}
ended($child);
// A handler that makes the stream ready: a loop goes on
pcntl_signal(SIGUSR1, function () use ($b) { fwrite($b, 'x'); });
$child = signal_in_wait(SIGUSR1);
do {
    $r = ['k' => $a];
} while (@stream_select($r, $w, $e, 20) === false);
ended($child);
echo sets_line($r), "\n";
?>
--EXPECT--
within
stream_select() warning
bool(false)
within
stream_select() warning
bool(false)
from the handler ["k"] null null
stream_select() warning
["k"]
