--TEST--
select: a stream_cast that reads from, or closes, another stream of the call
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
class Wrapper
{
    public $context;
    public static array $casts;
    public static $stream;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        array_shift(self::$casts)();
        return self::$stream;
    }
}
stream_wrapper_register('user', 'Wrapper');
$user = fopen('user://', 'r');
$nothing = fn () => null;
[Wrapper::$stream, $peer] = unix_pair();

// What is left of a line in the buffer of a stream that was looked at before
[$a, $b] = unix_pair();
fwrite($b, "one\ntwo\n");
Wrapper::$casts = [fn () => fgets($a)];
echo select_line(['a' => $a, 'user' => $user], [$b]), "\n";

// Closed before the wait, and after it
foreach ([true, false] as $before) {
    [$a, $b] = unix_pair();
    fwrite($b, 'x');
    fwrite($peer, 'x');
    $close = fn () => fclose($a);
    Wrapper::$casts = $before ? [$close, $nothing] : [$nothing, $close];
    $r = ['user' => $user, 'a' => $a];
    $w = $e = null;
    try {
        var_dump(stream_select($r, $w, $e, 0));
    } catch (TypeError $x) {
        echo $x->getMessage(), "\n";
    }
    echo $before ? '' : sets_line($r) . "\n";
}
?>
--EXPECT--
1: ["a"] [] null
stream_select(): supplied resource is not a valid stream resource
stream_select(): supplied resource is not a valid stream resource
["user"]
