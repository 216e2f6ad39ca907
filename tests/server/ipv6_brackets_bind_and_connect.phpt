--TEST--
ipv6-brackets: a numeric IPv6 address goes in square brackets
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6()) die('skip no IPv6');
?>
--FILE--
<?php
$server = stream_socket_server('tcp://[::1]:0', $errno, $errstr);
echo $name = stream_socket_get_name($server, false), "\n";
$client = stream_socket_client("tcp://$name");
$connection = stream_socket_accept($server, 10, $peer);
fwrite($connection, "hello\n");
echo fgets($client), $peer, "\n";
var_dump($peer === stream_socket_get_name($client, false));
$udp = stream_socket_server('udp://[::1]:0', $errno, $errstr, STREAM_SERVER_BIND);
$client = stream_socket_client('udp://' . stream_socket_get_name($udp, false));
fwrite($client, 'x');
echo stream_socket_recvfrom($udp, 10, 0, $peer), ' ', $peer, "\n";
var_dump(stream_socket_sendto($udp, 'back', 0, $peer), fread($client, 10));
$written_out = stream_socket_server('tcp://[0:0:0:0:0:0:0:1]:0');
echo stream_socket_get_name($written_out, false), "\n";
?>
--EXPECTF--
[::1]:%d
hello
[::1]:%d
bool(true)
x [::1]:%d
int(4)
string(4) "back"
[::1]:%d
