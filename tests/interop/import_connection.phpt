--TEST--
socket_import_stream(): connections and udp sockets; no read buffer from then on
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
$socket = socket_import_stream($b);
fwrite($a, 'abcdef');
wait_readable($b);
var_dump(fread($b, 2), stream_get_meta_data($b)['unread_bytes'], socket_read($socket, 10));
socket_write($socket, "answer\n");
var_dump(fgets($a));
socket_getpeername($socket, $host, $port);
var_dump("$host:$port" === stream_socket_get_name($b, true));
// The Socket keeps the stream alive
unset($b);
fwrite($a, 'more');
var_dump(socket_read($socket, 10));
unset($socket);
wait_readable($a);
var_dump(feof($a));

$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$socket = socket_import_stream($udp);
var_dump(socket_get_option($socket, SOL_SOCKET, SO_TYPE) === SOCK_DGRAM);
stream_socket_sendto(stream_socket_client('udp://' . stream_socket_get_name($udp, false)), 'datagram');
var_dump(socket_recvfrom($socket, $data, 100, 0, $from, $port), $data, $from);
?>
--EXPECT--
string(2) "ab"
int(0)
string(4) "cdef"
string(7) "answer
"
bool(true)
string(4) "more"
bool(true)
bool(true)
int(8)
string(8) "datagram"
string(9) "127.0.0.1"
