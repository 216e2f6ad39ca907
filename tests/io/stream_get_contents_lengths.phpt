--TEST--
stream_get_contents(): with a length, beyond the end, with nothing left
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
fwrite($a, str_repeat('x', 100) . str_repeat('y', 50));
var_dump(stream_get_contents($b, 0), strlen(stream_get_contents($b, 100)), feof($b));
fwrite($a, 'zz');
fclose($a);
var_dump(strlen(stream_get_contents($b, 1000)), stream_get_contents($b), stream_get_contents($b, 5), feof($b));
?>
--EXPECT--
string(0) ""
int(100)
bool(false)
int(52)
string(0) ""
string(0) ""
bool(true)
