--TEST--
select: keys, their order and their type are kept; the result counts descriptors per set
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
[$e, $f] = unix_pair();
fwrite($b, 'x');
fwrite($f, 'x');
echo select_line([7 => $a, 3 => $c, 'name' => $e, -2 => $a, '08' => $c, '9' => $e]), "\n";
echo select_line(['z' => $e, 'y' => $c, 'x' => $a], [5 => $c, 1 => $e, 'z' => $a]), "\n";
echo select_line(['' => $a, "nul\0" => $e, PHP_INT_MAX => $a, PHP_INT_MIN => $e, 'ü' => $a]), "\n";
// What comes next in the arrays
$r = [4 => $c, 9 => $a, 12 => $c];
$w = [];
$x = null;
var_dump(stream_select($r, $w, $x, 0));
$r[] = 'next';
$w[] = 'first';
echo json_encode([array_keys($r), array_keys($w)]), "\n";
// The same resources
$r = [$a, $c, $e];
var_dump(stream_select($r, $x, $x, 0), $r === [0 => $a, 2 => $e]);
?>
--EXPECT--
2: [7,"name",-2,9] null null
5: ["z","x"] [5,1,"z"] null
2: ["","nul\u0000",9223372036854775807,-9223372036854775808,"\u00fc"] null null
int(1)
[[9,10],[0]]
int(2)
bool(true)
