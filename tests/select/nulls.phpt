--TEST--
select: null, undefined and empty sets stay what they are or become what stock makes of them
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
fwrite($b, 'x');
$r = [$a];
var_dump(stream_select($r, $undefined, $others['w'], 0));
var_dump($undefined, $others);
echo select_line([$a], null, []), "\n", select_line(null, [$a], null), "\n", select_line([], [$a], []), "\n";
echo select_line(null, null, [$a]), "\n", select_line([$b], [], null), "\n";
// Buffered bytes
fwrite($b, "one\ntwo\n");
fgets($a);
echo select_line([$a], null, null), "\n", select_line([$a], [], [$b]), "\n", select_line([$a], [$b], null), "\n";
?>
--EXPECT--
int(1)
NULL
array(1) {
  ["w"]=>
  NULL
}
1: [0] null []
1: null [0] null
1: [] [0] []
0: null null []
0: [] [] null
1: [0] null null
1: [0] [] []
1: [0] [] null
