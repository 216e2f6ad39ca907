--TEST--
stream_socket_sendto(): without an address on a connected socket; with one on tcp
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$a, $b] = connect_pair();
var_dump(stream_socket_sendto($a, 'plain'), stream_socket_recvfrom($b, 100, 0, $peer), $peer);
var_dump(stream_socket_sendto($a, 'addressed', 0, '127.0.0.1:9'), stream_socket_recvfrom($b, 100));
[$a, $b] = connect_pair('unix://' . temp_path('sendto'));
var_dump(stream_socket_sendto($a, 'plain'), stream_socket_recvfrom($b, 100, 0, $peer), $peer);
?>
--EXPECT--
int(5)
string(5) "plain"
string(0) ""
int(9)
string(9) "addressed"
int(5)
string(5) "plain"
string(0) ""
