--TEST--
stream_copy_to_stream(): from a non-blocking socket, copies what is there
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
stream_set_blocking($b, false);
$memory = fopen('php://memory', 'w+');
var_dump(stream_copy_to_stream($b, $memory));
fwrite($a, 'some bytes');
wait_readable($b);
var_dump(stream_copy_to_stream($b, $memory));
fwrite($a, 'more');
fclose($a);
wait_readable($b);
var_dump(stream_copy_to_stream($b, $memory));
rewind($memory);
var_dump(stream_get_contents($memory), feof($b));
?>
--EXPECT--
int(0)
int(10)
int(4)
string(14) "some bytesmore"
bool(true)
