--TEST--
select: errors of arguments leave the sets unchanged
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = unix_pair();
echo select_line(null, null, null), "\n", select_line([], [], []), "\n", select_line([], null, null, -1), "\n";
echo select_line(null, null, null, null, 5), "\n";
foreach ([[-1, 0], [-1, -1], [0, -1], [PHP_INT_MIN, null], [null, 1], [null, -1]] as [$seconds, $microseconds]) {
    echo select_line(['k' => $a], [$a], ['e' => $b], $seconds, $microseconds), "\n";
}
// The streams are looked at first
$memory = fopen('php://memory', 'r');
echo select_line([$memory], null, null, -1), "\n", select_line([$memory, $a], null, null, -1), "\n";
foreach ([fn (&$r, $n) => stream_select($r, $n, $n),
    fn (&$r, $n) => stream_select($r, $n, $n, 'soon'), fn (&$r, $n) => stream_select($r, $n, $n, 0, []),
    fn (&$r, $n) => stream_select($r, $n, $n, 1e300), fn (&$r, $n) => stream_select($n, $r[0], $n, 0),
    fn (&$r, $n) => stream_select($n, $n, $r[0], 0)] as $call) {
    $set = ['k' => $b];
    try {
        $call($set, null);
    } catch (Error $x) {
        echo get_class($x), ': ', $x->getMessage(), '; ', sets_line($set), "\n";
    }
}
foreach ([5, 'streams', new ArrayObject([$a]), true, $a] as $wrong) {
    try {
        stream_select($wrong, $wrong, $wrong, 0);
    } catch (TypeError $x) {
        echo $x->getMessage(), "\n";
    }
}
?>
--EXPECTF--
ValueError: No stream arrays were passed; null null null
ValueError: No stream arrays were passed; [] [] []
ValueError: No stream arrays were passed; [] null null
ValueError: No stream arrays were passed; null null null
ValueError: stream_select(): Argument #4 ($seconds) must be greater than or equal to 0; ["k"] [0] ["e"]
ValueError: stream_select(): Argument #4 ($seconds) must be greater than or equal to 0; ["k"] [0] ["e"]
ValueError: stream_select(): Argument #5 ($microseconds) must be greater than or equal to 0; ["k"] [0] ["e"]
ValueError: stream_select(): Argument #4 ($seconds) must be greater than or equal to 0; ["k"] [0] ["e"]
ValueError: stream_select(): Argument #5 ($microseconds) must be null when argument #4 ($seconds) is null; ["k"] [0] ["e"]
ValueError: stream_select(): Argument #5 ($microseconds) must be null when argument #4 ($seconds) is null; ["k"] [0] ["e"]
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: stream_select(): Argument #4 ($seconds) must be greater than or equal to 0; [0,1] null null
ArgumentCountError: stream_select() expects at least 4 arguments, 3 given; ["k"]
TypeError: stream_select(): Argument #4 ($seconds) must be of type ?int, string given; ["k"]
TypeError: stream_select(): Argument #5 ($microseconds) must be of type ?int, array given; ["k"]
TypeError: stream_select(): Argument #4 ($seconds) must be of type ?int, float given; ["k"]
ValueError: No stream arrays were passed; ["k",0]
ValueError: No stream arrays were passed; ["k",0]
stream_select(): Argument #1 ($read) must be of type ?array, int given
stream_select(): Argument #1 ($read) must be of type ?array, string given
stream_select(): Argument #1 ($read) must be of type ?array, ArrayObject given
stream_select(): Argument #1 ($read) must be of type ?array, %s given
stream_select(): Argument #1 ($read) must be of type ?array, resource given
