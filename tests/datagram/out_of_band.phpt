--TEST--
STREAM_OOB: urgent data on tcp, sent and received
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = connect_pair();
var_dump(stream_socket_recvfrom($b, 10, STREAM_OOB)); // none there: no wait
fwrite($a, 'before');
var_dump(stream_socket_sendto($a, '!', STREAM_OOB));
fwrite($a, 'after');
$r = $w = null;
$e = [$b];
var_dump(stream_select($r, $w, $e, 10));
var_dump(stream_socket_recvfrom($b, 10, STREAM_OOB), fread($b, 100), fread($b, 100));
var_dump(stream_socket_sendto($a, 'xyz', STREAM_OOB)); // the last byte is the urgent one
$e = [$b];
$r = $w = null;
stream_select($r, $w, $e, 10);
var_dump(stream_socket_recvfrom($b, 10, STREAM_OOB), fread($b, 100));
// PEEK with OOB
stream_socket_sendto($a, '?', STREAM_OOB);
$e = [$b];
$r = $w = null;
stream_select($r, $w, $e, 10);
var_dump(stream_socket_recvfrom($b, 1, STREAM_OOB | STREAM_PEEK), stream_socket_recvfrom($b, 1, STREAM_OOB));
// Not on datagrams
$udp = stream_socket_client('udp://127.0.0.1:9');
var_dump(stream_socket_sendto($udp, 'x', STREAM_OOB));
?>
--EXPECT--
bool(false)
int(1)
int(1)
string(1) "!"
string(6) "before"
string(5) "after"
int(3)
string(1) "z"
string(2) "xy"
string(1) "?"
string(1) "?"
Warning: stream_socket_sendto(): Operation not supported
int(-1)
