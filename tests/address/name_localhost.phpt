--TEST--
localhost is looked up, for servers and clients of tcp and udp
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server] = listen_on('tcp://localhost:0');
$name = stream_socket_get_name($server, false);
var_dump((bool) preg_match('/^(127\.\d+\.\d+\.\d+|\[::1\]):\d+$/D', $name));
$port = substr(strrchr($name, ':'), 1);
// Every address of the name is tried: one of them listens.
$client = stream_socket_client("tcp://localhost:$port", $errno, $errstr, 10);
fwrite(stream_socket_accept($server, 10), "hello\n");
echo fgets($client);
$udp = stream_socket_server('udp://localhost:0', $errno, $errstr, STREAM_SERVER_BIND);
$client = stream_socket_client('udp://localhost:' . substr(strrchr(stream_socket_get_name($udp, false), ':'), 1));
fwrite($client, 'datagram');
wait_readable($udp);
var_dump(stream_socket_recvfrom($udp, 100));
?>
--EXPECT--
bool(true)
hello
string(8) "datagram"
