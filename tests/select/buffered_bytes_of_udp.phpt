--TEST--
select: a datagram of which a part was read
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
$a = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$b = stream_socket_client('udp://' . stream_socket_get_name($a, false));
echo select_line([$a, $b], [$a, $b]), "\n";
fwrite($b, 'one');
fwrite($b, 'second');
wait_readable($a);
var_dump(fgetc($a));
echo select_line([$a], [$a]), "\n";
var_dump(fread($a, 100));
echo select_line([$a], [$a]), "\n";
fwrite($b, 'third');
wait_readable($a);
var_dump(stream_socket_recvfrom($a, 100, STREAM_PEEK));
echo select_line([$a], [$a]), "\n";
var_dump(stream_socket_recvfrom($a, 100, 0, $peer));
echo select_line([$a], [$a]), "\n";
stream_socket_sendto($a, '', 0, $peer);
echo select_line([$a, $b], null, null, 20), "\n"; // an empty datagram
var_dump(stream_socket_recvfrom($b, 100));
echo select_line([$a, $b]), "\n";
?>
--EXPECT--
2: [] [0,1] null
string(1) "o"
1: [0] [] null
string(8) "nesecond"
1: [] [0] null
string(5) "third"
2: [0] [0] null
string(5) "third"
1: [] [0] null
1: [1] null null
string(0) ""
0: [] null null
