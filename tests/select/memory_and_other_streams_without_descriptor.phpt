--TEST--
select: streams without a descriptor are warned of and left out, unless they have bytes in their buffer
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = unix_pair();
fwrite($b, 'x');
class NoCast
{
    public $context;
    function stream_open($path, $mode, $options, &$opened) { return true; }
    function stream_read($length) { return "one\ntwo\n"; }
    function stream_eof() { return false; }
}
stream_wrapper_register('nocast', 'NoCast');
$memory = fopen('php://memory', 'r+');
$streams = ['memory' => $memory, 'folder' => opendir(__DIR__), 'output' => fopen('php://output', 'w'),
    'gzip' => gzopen(temp_path('gz'), 'w'), 'user' => $user = fopen('nocast://', 'r')];
foreach ($streams as $name => $stream) {
    echo "$name\n", select_line(['s' => $stream, 'a' => $a]), "\n", select_line([$stream], [$stream]), "\n";
}
// With bytes in the buffer, a warning and a result
fwrite($memory, "one\ntwo\n");
rewind($memory);
fgets($memory);
fgets($user);
echo select_line(['a' => $a, 'm' => $memory, 'u' => $user], [$a], []), "\n";
echo select_line(['m' => $memory]), "\n", select_line(['m' => $memory], ['a' => $a]), "\n";
?>
--EXPECT--
memory
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
1: ["a"] null null
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed; [0] [0] null
folder
Warning: stream_select(): Cannot represent a stream of type dir as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type dir as a select()able descriptor
1: ["a"] null null
Warning: stream_select(): Cannot represent a stream of type dir as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type dir as a select()able descriptor
ValueError: No stream arrays were passed; [0] [0] null
output
Warning: stream_select(): Cannot represent a stream of type Output as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type Output as a select()able descriptor
1: ["a"] null null
Warning: stream_select(): Cannot represent a stream of type Output as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type Output as a select()able descriptor
ValueError: No stream arrays were passed; [0] [0] null
gzip
Warning: stream_select(): Cannot represent a stream of type ZLIB as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type ZLIB as a select()able descriptor
1: ["a"] null null
Warning: stream_select(): Cannot represent a stream of type ZLIB as a select()able descriptor
Warning: stream_select(): Cannot represent a stream of type ZLIB as a select()able descriptor
ValueError: No stream arrays were passed; [0] [0] null
user
Warning: stream_select(): NoCast::stream_cast is not implemented!
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): NoCast::stream_cast is not implemented!
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
1: ["a"] null null
Warning: stream_select(): NoCast::stream_cast is not implemented!
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
Warning: stream_select(): NoCast::stream_cast is not implemented!
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
ValueError: No stream arrays were passed; [0] [0] null
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
Warning: stream_select(): NoCast::stream_cast is not implemented!
Warning: stream_select(): Cannot represent a stream of type user-space as a select()able descriptor
2: ["m","u"] [] []
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
ValueError: No stream arrays were passed; ["m"] null null
Warning: stream_select(): Cannot represent a stream of type MEMORY as a select()able descriptor
1: ["m"] [] null
