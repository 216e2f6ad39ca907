--TEST--
select: weak types, named arguments, call_user_func_array, first-class callable
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
[$a, $b] = unix_pair();
fwrite($b, 'x');
$r = [$a];
$w = $e = null;
var_dump(stream_select($r, $w, $e, '0', '0'), stream_select($r, $w, $e, 0.0), stream_select($r, $w, $e, false, true));
var_dump(stream_select(seconds: 0, except: $e, write: $w, read: $r));
var_dump(stream_select(microseconds: 1, seconds: 0, except: $e, write: $w, read: $r));
$select = stream_select(...);
$r = [$a, $b];
var_dump($select($r, $w, $e, 0), count($r));
$r = [$a, $b];
var_dump(call_user_func_array('stream_select', [&$r, &$w, &$e, 0]), count($r));
$name = 'stream_select';
$r = [$b, $a];
var_dump($name($r, $w, $e, 0), array_keys($r));
$r = [$b, $a];
var_dump(array_map(fn ($seconds) => stream_select($r, $w, $e, $seconds), [0, 0]));
var_dump((new ReflectionFunction('stream_select'))->invokeArgs([&$r, &$w, &$e, 0]));
try {
    call_user_func('stream_select', $r, null, null, 0);
} catch (Error $x) {
    echo $x->getMessage(), "\n";
}
?>
--EXPECTF--
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
int(1)
array(1) {
  [0]=>
  int(1)
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(1)
}
int(1)

Warning: stream_select(): Argument #1 ($read) must be passed by reference, value given in %s on line %d

Warning: stream_select(): Argument #2 ($write) must be passed by reference, value given in %s on line %d

Warning: stream_select(): Argument #3 ($except) must be passed by reference, value given in %s on line %d
