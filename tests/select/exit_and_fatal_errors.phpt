--TEST--
select: after a fatal error or exit() within a stream_cast, shutdown functions and destructors select
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
function fatal()
{
    str_repeat('x', PHP_INT_MAX >> 8); // more memory than there is
}
class Wrapper
{
    public $context;
    static $how, $calls = 0;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_cast($as)
    {
        if (++self::$calls % 2 === 0) return $GLOBALS['c']; // in the second look
        (self::$how)();
        return $GLOBALS['c'];
    }
}
stream_wrapper_register('user', 'Wrapper');
[$a, $b] = unix_pair();
[$d, $c] = connect_pair();
foreach (['fatal error' => fn () => fatal(), 'exit' => fn () => exit(3),
    'selects, then a fatal error' => fn () => [print(select_line([$a, $c], [$c]) . "\n"), fatal()],
    'exception' => fn () => throw new Exception('from the cast')] as $name => Wrapper::$how) {
    foreach ([0, 1] as Wrapper::$calls) {
        $child = in_child(function () use ($a, $b, $c, $d, $name) {
            ini_set('display_errors', 0);
            $stream = fopen('user://', 'r');
            register_shutdown_function(function () use ($a, $b, $c, $stream) {
                Wrapper::$how = fn () => null;
                fwrite($b, 'x');
                echo 'shutdown ', select_line(['a' => $a, 's' => $stream], ['s' => $stream], null, 20), "\n";
                fread($a, 1);
            });
            echo "$name\n", select_line(['a' => $a, 's' => $stream], ['s' => $stream]), "\n";
        });
        var_dump(ended($child));
    }
}
?>
--EXPECT--
fatal error
shutdown 2: ["a"] ["s"] null
int(255)
fatal error
shutdown 2: ["a"] ["s"] null
int(255)
exit
shutdown 2: ["a"] ["s"] null
int(3)
exit
shutdown 2: ["a"] ["s"] null
int(3)
selects, then a fatal error
1: [] [0] null
shutdown 2: ["a"] ["s"] null
int(255)
selects, then a fatal error
1: [] [0] null
shutdown 2: ["a"] ["s"] null
int(255)
exception
Exception: from the cast
shutdown 2: ["a"] ["s"] null
int(0)
exception
Exception: from the cast
shutdown 2: ["a"] ["s"] null
int(0)
