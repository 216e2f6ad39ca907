--TEST--
stream_socket_recvfrom(): goes past the stream's read buffer
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b] = connect_pair();
fwrite($a, "l1\nl2\n");
wait_readable($b);
var_dump(fgets($b));
fwrite($a, 'ZZ');
var_dump(stream_socket_recvfrom($b, 10), stream_get_meta_data($b)['unread_bytes'], fgets($b));
?>
--EXPECT--
string(3) "l1
"
string(2) "ZZ"
int(3)
string(3) "l2
"
