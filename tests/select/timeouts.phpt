--TEST--
select: what seconds and microseconds may be, on a stream that is ready
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
fwrite($b, 'x');
foreach ([[0, null], [0, 0], [0, 1], [0, 999999], [0, 1000000], [0, 2500000], [1, PHP_INT_MAX], [null, null], [null, 0],
    [PHP_INT_MAX, null], [PHP_INT_MAX, 999999], [PHP_INT_MAX - 1, 1000000], [PHP_INT_MAX >> 10, 0], [0, PHP_INT_MAX]]
    as [$seconds, $microseconds]) {
    echo json_encode([$seconds, $microseconds]), ' ', select_line([$a], [$a], [$a], $seconds, $microseconds), "\n";
}
// Their sum is too large: the system refuses
echo select_line([$a], null, null, PHP_INT_MAX, 1000000), "\n";
?>
--EXPECTF--
[0,null] 2: [0] [0] []
[0,0] 2: [0] [0] []
[0,1] 2: [0] [0] []
[0,999999] 2: [0] [0] []
[0,1000000] 2: [0] [0] []
[0,2500000] 2: [0] [0] []
[1,9223372036854775807] 2: [0] [0] []
[null,null] 2: [0] [0] []
[null,0] 2: [0] [0] []
[9223372036854775807,null] 2: [0] [0] []
[9223372036854775807,999999] 2: [0] [0] []
[9223372036854775806,1000000] 2: [0] [0] []
[9007199254740991,0] 2: [0] [0] []
[0,9223372036854775807] 2: [0] [0] []

Warning: stream_select(): Unable to select [22]: Invalid argument (max_fd=%d) in %s on line %d
false: [0] null null
