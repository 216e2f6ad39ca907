--TEST--
fseek(), ftell(), ftruncate(), flock(), fstat(), fflush(), stream_isatty() on a socket
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = connect_pair();
stream_set_timeout($b, 0, 10000);
fwrite($a, 'abcdef');
wait_readable($b);
fread($b, 2);
var_dump(ftell($b), fseek($b, 3), fseek($b, 1, SEEK_CUR), ftell($b), fread($b, 10), rewind($b));
var_dump(ftruncate($b, 0), fflush($b), stream_isatty($b), stream_is_local($b), stream_supports_lock($b));
$stat = fstat($b);
printf("%o %d\n", $stat['mode'] & 0170000, $stat['size']);
?>
--EXPECT--
Warning: rewind(): Stream does not support seeking
int(2)
int(0)
int(0)
int(4)
string(2) "ef"
bool(false)
Warning: ftruncate(): Can't truncate this stream!
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
140000 0
