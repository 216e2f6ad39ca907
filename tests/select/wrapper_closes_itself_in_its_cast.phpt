--TEST--
select: a wrapper whose stream_cast() closes its own stream, at the first look or at the second
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80500) die('skip later versions refuse that themselves'); ?>
--FILE--
<?php
// Stock PHP goes on with freed memory here.
final class Closes
{
    public $context;
    public static $stream;
    public static int $looks;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        if (--self::$looks === 0) fclose(self::$stream);
        return $GLOBALS['other'];
    }
    function stream_close() { echo "closed\n"; }
}
stream_wrapper_register('closes', 'Closes');
[$other, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fwrite($theirs, 'x');
foreach ([1, 2] as $looks) {
    Closes::$looks = $looks;
    $read = [Closes::$stream = fopen('closes://', 'r'), $other];
    $none = null;
    var_dump(stream_select($read, $none, $none, 0), in_array($other, $read, true));
    var_dump(is_resource(Closes::$stream));
}
?>
--EXPECT--
int(1)
bool(true)
bool(true)
closed
closed
int(1)
bool(true)
bool(false)
