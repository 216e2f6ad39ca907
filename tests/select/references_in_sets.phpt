--TEST--
select: references as elements; the array that was passed is not changed through a copy
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
fwrite($b, 'x');
$r = ['a' => &$a, 'c' => &$c, 'again' => &$a];
$w = [&$c];
$e = [&$a];
var_dump(stream_select($r, $w, $e, 0));
echo sets_line($r, $w, $e), "\n";
// The elements of the result are no references
$r['a'] = 'changed';
$w[0] = 'changed';
var_dump(is_resource($a), is_resource($c));
// A set that is an element by reference, iterated by reference before
$all = ['a' => $a, 'c' => $c];
foreach ($all as &$stream) ;
$copy = $all;
$w = $e = null;
var_dump(stream_select($copy, $w, $e, 0));
echo sets_line($copy, $all), "\n";
function ready(array &$streams): int
{
    $w = $e = null;
    return stream_select($streams, $w, $e, 0);
}
var_dump(ready($all), count($all));
// A temporary copy in $GLOBALS
$global = [$a, $c];
$name = 'global';
var_dump(stream_select($$name, $w, $e, 0), count($global));
?>
--EXPECT--
int(2)
["a","again"] [0] []
bool(true)
bool(true)
int(1)
["a"] ["a","c"]
int(1)
int(1)
int(1)
int(1)
