--TEST--
a datagram socket that was shut down leaves nothing to the next of its number
--FILE--
<?php
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
@stream_socket_shutdown($peer, STREAM_SHUT_RD);
fclose($peer);
fclose($socket);
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
stream_socket_sendto($peer, '');
stream_set_timeout($socket, 5);
var_dump(fread($socket, 10), feof($socket));
?>
--EXPECT--
string(0) ""
bool(false)
