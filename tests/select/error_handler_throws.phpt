--TEST--
select: error handlers that throw, close streams, or select themselves
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
fwrite($b, 'x');
$memory = fopen('php://memory', 'r');
pcntl_signal(SIGUSR1, function () {});
set_error_handler(function (int $level, string $text) { throw new ErrorException($text); });
echo select_line(['m' => $memory, 'a' => $a]), "\n", select_line(['a' => $a], ['m' => $memory, 'b' => $b]), "\n";
$child = signal_in_wait(SIGUSR1);
$r = ['c' => $c];
$w = $e = null;
try {
    stream_select($r, $w, $e, 20);
} catch (ErrorException $x) {
    echo strtok($x->getMessage(), '('), '() throws; ', sets_line($r, $w, $e), "\n";
}
ended($child);
// The handler selects
set_error_handler(function (int $level, string $text) use ($a, $d) {
    echo "  ", select_line(['a' => $a, 'd' => $d], ['d' => $d]), "\n";
    return true;
});
echo select_line(['m' => $memory, 'c' => $c]), "\n", select_line(['m' => $memory, 'c' => $c], ['d' => $d]), "\n";
// The handler closes a stream of the set
set_error_handler(function (int $level, string $text) use ($a) {
    if (is_resource($a)) fclose($a);
    return true;
});
echo select_line(['m' => $memory, 'a' => $a, 'c' => $c], ['d' => $d]), "\n";
?>
--EXPECT--
ErrorException: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ErrorException: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
stream_select() throws; ["c"] null null
  2: ["a"] ["d"] null
  2: ["a"] ["d"] null
0: [] null null
  2: ["a"] ["d"] null
  2: ["a"] ["d"] null
1: [] ["d"] null
TypeError: stream_select(): supplied resource is not a valid stream resource
