--TEST--
select: a stream_cast that selects, also on the streams of the call around it
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $b] = unix_pair();
[$c, $d] = connect_pair();
class Wrapper
{
    public $context;
    static $inner, $sets, $deep = 0;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        echo str_repeat('  ', ++self::$deep), select_line(...self::$sets), "\n";
        --self::$deep;
        return self::$inner;
    }
}
stream_wrapper_register('user', 'Wrapper');
$stream = fopen('user://', 'r');
Wrapper::$inner = $c;
$both = ['a' => $a, 'c' => $c];
foreach ([[$both], [$both, $both, $both], [['d' => $d], ['a' => $a]], [['b' => $b], null, ['b' => $b], 0, 20_000]] as Wrapper::$sets) {
    foreach ([0, 1] as $bytes) {
        if ($bytes) {
            fwrite($d, 'x');
            wait_readable($c);
        }
        echo select_line(['c' => $c, 's' => $stream, 'a' => $a]), "\n";
        echo select_line(['a' => $a], ['s' => $stream], ['c' => $c]), "\n";
        if ($bytes) fread($c, 1);
    }
}
?>
--EXPECT--
0: [] null null
  0: [] null null
0: [] null null
  0: [] null null
  0: [] null null
1: [] ["s"] []
  1: ["c"] null null
  1: ["c"] null null
1: ["c","s"] null null
  1: ["c"] null null
  1: ["c"] null null
1: [] ["s"] []
  2: [] ["a","c"] []
  2: [] ["a","c"] []
0: [] null null
  2: [] ["a","c"] []
  2: [] ["a","c"] []
1: [] ["s"] []
  3: ["c"] ["a","c"] []
  3: ["c"] ["a","c"] []
1: ["c","s"] null null
  3: ["c"] ["a","c"] []
  3: ["c"] ["a","c"] []
1: [] ["s"] []
  1: [] ["a"] null
  1: [] ["a"] null
0: [] null null
  1: [] ["a"] null
  1: [] ["a"] null
1: [] ["s"] []
  1: [] ["a"] null
  1: [] ["a"] null
1: ["c","s"] null null
  1: [] ["a"] null
  1: [] ["a"] null
1: [] ["s"] []
  0: [] null []
  0: [] null []
0: [] null null
  0: [] null []
  0: [] null []
1: [] ["s"] []
  0: [] null []
  0: [] null []
1: ["c","s"] null null
  0: [] null []
  0: [] null []
1: [] ["s"] []
