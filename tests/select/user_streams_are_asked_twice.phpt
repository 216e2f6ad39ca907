--TEST--
select: stream_cast is asked before the wait and after it
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
class Wrapper
{
    public $context;
    static array $answers;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        echo 'asked ';
        return array_shift(self::$answers);
    }
}
stream_wrapper_register('user', 'Wrapper');
$stream = fopen('user://', 'r');
[$a, $b] = unix_pair();
[$c, $d] = unix_pair();
fwrite($b, 'x');
Wrapper::$answers = [$a, $a];
echo select_line([$stream]), "\n";
Wrapper::$answers = [$c, $c, $c, $c];
echo select_line(['s' => $stream, 'a' => $a], [$stream]), "\n";
Wrapper::$answers = [$a, $c]; // changed its mind: not reported, though counted
echo select_line([$stream]), "\n";
Wrapper::$answers = [$c, $a];
echo select_line(['s' => $stream, 'a' => $a]), "\n";
?>
--EXPECT--
asked asked 1: [0] null null
asked asked asked asked 2: ["a"] [0] null
asked asked 1: [] null null
asked asked 1: ["s","a"] null null
