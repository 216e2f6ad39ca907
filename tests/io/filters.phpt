--TEST--
Stream filters on sockets: both ends, appended and removed
--EXTENSIONS--
zlib
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://'] as $i => $uri) {
    [$a, $b] = connect_pair($i ? $uri . temp_path('filters') : $uri);
    $up = stream_filter_append($a, 'string.toupper', STREAM_FILTER_WRITE);
    fwrite($a, "hello\n");
    stream_filter_remove($up);
    fwrite($a, "as it is\n");
    var_dump(fgets($b), fgets($b));
    stream_filter_append($b, 'string.rot13', STREAM_FILTER_READ);
    fwrite($a, "uryyb\n");
    stream_socket_shutdown($a, STREAM_SHUT_WR); // (a filtered read waits for more than a line)
    var_dump(fgets($b));

    [$a, $b] = connect_pair($i ? $uri . temp_path('filters2') : $uri);
    // A filter that keeps its bytes until the end
    stream_filter_append($a, 'zlib.deflate', STREAM_FILTER_WRITE);
    stream_filter_append($b, 'zlib.inflate', STREAM_FILTER_READ);
    $text = str_repeat("a line that packs well\n", 50000);
    fwrite($a, $text);
    fclose($a);
    var_dump(stream_get_contents($b) === $text, feof($b));
}
?>
--EXPECT--
string(6) "HELLO
"
string(9) "as it is
"
string(6) "hello
"
bool(true)
bool(true)
string(6) "HELLO
"
string(9) "as it is
"
string(6) "hello
"
bool(true)
bool(true)
