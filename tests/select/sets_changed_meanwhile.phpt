--TEST--
select: user code that changes the sets' variables while they are looked at
--FILE--
<?php
// (Stock PHP uses freed memory here.)
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
class Wrapper
{
    public $context;
    static $change;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        (self::$change)();
        return $GLOBALS['c'];
    }
}
stream_wrapper_register('user', 'Wrapper');
[$a, $b] = unix_pair();
[$c, $d] = connect_pair();
fwrite($d, 'x');
wait_readable($c);
$changes = [
    'null' => function () { $GLOBALS['r'] = null; $GLOBALS['w'] = null; },
    'empty' => function () { $GLOBALS['r'] = []; $GLOBALS['w'] = []; },
    'a number' => function () { $GLOBALS['r'] = 5; },
    'more elements' => function () { for ($i = 0; $i < 100; ++$i) $GLOBALS['r'][] = $GLOBALS['a']; },
    'fewer elements' => function () { unset($GLOBALS['r']['s'], $GLOBALS['r'][0], $GLOBALS['w'][1]); },
    'unset' => function () { unset($GLOBALS['r'], $GLOBALS['w']); },
];
foreach ($changes as $name => Wrapper::$change) {
    foreach ([1, 40] as $count) {
        $r = $w = array_merge(['s' => fopen('user://', 'r'), 'c' => $c], array_fill(0, $count, fopen('user://', 'r')));
        $e = null;
        $n = @stream_select($r, $w, $e, 0);
        echo $name, ' ', is_int($n) ? 'told' : 'failed', ' ', gettype($r ?? null), ' ', gettype($w ?? null), "\n";
        unset($r, $w);
    }
}
?>
--EXPECT--
null told NULL NULL
null told NULL NULL
empty told array array
empty told array array
a number told integer array
a number told integer array
more elements told array array
more elements told array array
fewer elements told array array
fewer elements told array array
unset told NULL NULL
unset told NULL NULL
