--TEST--
stream_set_chunk_size(), stream_set_read_buffer(), stream_set_write_buffer(): return values and effect
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
var_dump(stream_set_chunk_size($b, 16), stream_set_chunk_size($b, 32), stream_set_chunk_size($b, 16));
fwrite($a, str_repeat('x', 100));
wait_readable($b);
var_dump(fgetc($b), stream_get_meta_data($b)['unread_bytes']); // filled by one chunk
var_dump(strlen(fread($b, 100)));
try {
    stream_set_chunk_size($b, 0);
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
[$a, $b] = connect_pair();
var_dump(stream_set_read_buffer($b, 0));
fwrite($a, 'abcdef');
wait_readable($b);
var_dump(fread($b, 2), stream_get_meta_data($b)['unread_bytes'], stream_socket_recvfrom($b, 10));
var_dump(stream_set_read_buffer($b, 4096), stream_set_write_buffer($b, 0), stream_set_write_buffer($b, 4096));
// Writing: not buffered, chunk or not
stream_set_chunk_size($a, 5);
var_dump(fwrite($a, 'twelve bytes'), stream_socket_recvfrom($b, 100));
?>
--EXPECT--
int(8192)
int(16)
int(32)
string(1) "x"
int(15)
int(31)
stream_set_chunk_size(): Argument #2 ($size) must be greater than 0
int(0)
string(2) "ab"
int(0)
string(4) "cdef"
int(0)
int(-1)
int(-1)
int(12)
string(12) "twelve bytes"
