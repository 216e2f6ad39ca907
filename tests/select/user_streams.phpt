--TEST--
select: user-space streams, by what their stream_cast returns
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
class Wrapper
{
    public $context;
    static array $casts = [], $asked = [];
    private string $name;
    function stream_open($path, $mode, $options, &$opened): bool
    {
        $this->name = substr($path, 7);
        return true;
    }
    function stream_read($length) { return "one\ntwo\n"; }
    function stream_eof() { return false; }
    function stream_cast($as)
    {
        self::$asked[] = $this->name . ($as === STREAM_CAST_FOR_SELECT ? '' : " as $as");
        $cast = self::$casts[$this->name];
        return $cast instanceof Closure ? $cast() : $cast;
    }
}
stream_wrapper_register('user', 'Wrapper');
[$a, $b] = unix_pair();
[$tcp, , $server] = connect_pair();
fwrite($b, 'x');
$closed = fopen('/dev/null', 'r');
fclose($closed);
Wrapper::$casts = ['pair' => $a, 'tcp' => $tcp, 'listener' => $server, 'false' => false, 'null' => null, 'zero' => 0, 'text' => 'text',
    'context' => stream_context_create(), 'closed' => $closed, 'memory' => fopen('php://memory', 'r'), 'file' => fopen(__FILE__, 'r'),
    'throws' => function () { throw new Exception('from stream_cast'); }, 'other' => fopen('user://pair', 'r')];
Wrapper::$casts['self'] = fopen('user://self', 'r');
foreach (Wrapper::$casts as $name => $cast) {
    $stream = $name === 'self' ? $cast : fopen("user://$name", 'r');
    echo "$name\n", select_line(['s' => $stream, 'a' => $a], ['s' => $stream]), "\n", select_line([$stream]), "\n";
    Wrapper::$asked = [];
}
// Buffered bytes, of a stream whose descriptor is idle
$stream = fopen('user://tcp', 'r');
fgets($stream);
Wrapper::$asked = [];
echo select_line(['a' => $a, 's' => $stream], [$a]), ' ', implode(' ', Wrapper::$asked), "\n";
?>
--EXPECT--
pair
2: ["s","a"] ["s"] null
1: [0] null null
tcp
3: ["s","a"] ["s"] null
1: [0] null null
listener
1: ["a"] [] null
0: [] null null
false
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] [] null
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
null
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] [] null
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
zero
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] [] null
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
text
TypeError: stream_select(): supplied argument is not a valid stream resource
ValueError: No stream arrays were passed; [0] null null
context
TypeError: stream_select(): supplied resource is not a valid stream resource
ValueError: No stream arrays were passed; [0] null null
closed
TypeError: stream_select(): supplied resource is not a valid stream resource
ValueError: No stream arrays were passed; [0] null null
memory
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] [] null
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
file
3: ["s","a"] ["s"] null
1: [0] null null
throws
Exception: from stream_cast
ValueError: No stream arrays were passed; [0] null null
other
2: ["s","a"] ["s"] null
1: [0] null null
self
Warning: stream_select(): Wrapper::stream_cast must not return itself
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Wrapper::stream_cast must not return itself
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Wrapper::stream_cast must not return itself
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): Wrapper::stream_cast must not return itself
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] [] null
Warning: stream_select(): Wrapper::stream_cast must not return itself
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] null null
1: ["s"] [] null tcp
