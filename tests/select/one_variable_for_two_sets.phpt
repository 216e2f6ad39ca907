--TEST--
select: one variable for two or three sets
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
$none = null;
$set = ['a' => $a, 'c' => $c];
var_dump(stream_select($set, $set, $none, 0));
echo sets_line($set), "\n";
fwrite($b, 'x');
$set = ['a' => $a, 'c' => $c];
var_dump(stream_select($set, $set, $none, 0));
echo sets_line($set), "\n";
$set = ['a' => $a, 'c' => $c];
var_dump(stream_select($set, $set, $set, 0));
echo sets_line($set), "\n";
$set = ['a' => $a, 'c' => $c];
var_dump(stream_select($none, $set, $set, 0));
echo sets_line($set), "\n";
// Buffered bytes
fwrite($b, "\ntwo\n");
fgets($a);
$set = ['a' => $a, 'c' => $c];
var_dump(stream_select($set, $set, $none, 0));
echo sets_line($set), "\n";
fgets($a);
fwrite($b, 'x');
// Two variables that share an array: each has its own result
$r = $w = ['a' => $a, 'c' => $c];
$kept = $r;
var_dump(stream_select($r, $w, $none, 0));
echo sets_line($r, $w, $kept), "\n";
// Properties and elements
class Sets { public ?array $r; public array $w; public static $e = null; }
$sets = new Sets;
$sets->r = [$a];
$sets->w = [$c];
var_dump(stream_select($sets->r, $sets->w, Sets::$e, 0));
echo sets_line($sets->r, $sets->w, Sets::$e), "\n";
$lists = ['r' => [$a], 'w' => null, 'e' => [$a]];
var_dump(stream_select($lists['r'], $lists['w'], $lists['e'], 0));
echo sets_line(...array_values($lists)), "\n";
?>
--EXPECT--
int(2)
[]
int(3)
["a"]
int(3)
[]
int(2)
[]
int(1)
[]
int(3)
["a"] ["a","c"] ["a","c"]
int(2)
[0] [0] null
int(1)
[0] null []
