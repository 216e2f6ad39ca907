--TEST--
select: a stream_read that selects, while the script reads and selects
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
class Waiting // reads what comes to a socket, however it comes
{
    public $context;
    static $inner, $others;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_read($length)
    {
        $r = ['inner' => self::$inner] + self::$others;
        $w = $e = null;
        $n = stream_select($r, $w, $e, 20);
        echo "[$n: ", implode(' ', array_keys($r)), '] ';
        return isset($r['inner']) ? fread(self::$inner, $length) : '';
    }
    function stream_eof() { return feof(self::$inner); }
    function stream_cast($as) { return self::$inner; }
    function stream_set_option($option, $first, $second) { return false; }
    function stream_write($data) { return fwrite(self::$inner, $data); }
}
stream_wrapper_register('waiting', 'Waiting');
[$peer, Waiting::$inner, $server] = connect_pair();
Waiting::$others = ['server' => $server];
$stream = fopen('waiting://', 'r+');
stream_set_write_buffer($stream, 0);
$us = getmypid();
$child = in_child(function () use ($us, $peer) {
    await_sleep($us);
    fwrite($peer, "one\n");
    await_sleep($us);
    fwrite($peer, "two\nthree\n");
    fgets($peer);
    fwrite($peer, "four\n");
});
echo fgets($stream);
echo select_line(['s' => $stream], ['s' => $stream], ['s' => $stream], null), "\n"; // writable
echo select_line(['s' => $stream, 'server' => $server], null, null, null), "\n"; // waits for two
echo fgets($stream);
echo select_line(['s' => $stream], [$stream]), "\n"; // three is buffered
echo fgets($stream);
fwrite($stream, "go on\n");
echo select_line(['s' => $stream], null, null, null), "\n";
echo fgets($stream);
ended($child);
fclose($peer);
echo select_line(['s' => $stream], null, null, null), "\n";
var_dump(fgets($stream), feof($stream));
?>
--EXPECT--
[1: inner] one
1: [] ["s"] []
1: ["s"] null null
[1: inner] two
1: ["s"] [] null
three
1: ["s"] null null
[1: inner] four
1: ["s"] null null
[1: inner] bool(false)
bool(true)
