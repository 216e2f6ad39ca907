--TEST--
feof(): a listener, idle and with a client in its queue; a bound udp socket
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
var_dump(feof($server));
$client = stream_socket_client($to);
wait_readable($server);
var_dump(feof($server));
var_dump(is_resource(stream_socket_accept($server, 10)), feof($server));
var_dump(stream_get_meta_data($server)['eof']);
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
var_dump(feof($udp));
stream_socket_sendto(stream_socket_client('udp://' . stream_socket_get_name($udp, false)), 'x');
wait_readable($udp);
var_dump(feof($udp), fread($udp, 10), feof($udp));
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
string(1) "x"
bool(false)
