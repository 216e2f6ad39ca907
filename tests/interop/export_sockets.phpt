--TEST--
socket_export_stream(): listeners, connections, datagram sockets work as streams
--EXTENSIONS--
sockets
--FILE--
<?php
$listener = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
socket_bind($listener, '127.0.0.1', 0);
socket_listen($listener);
$server = socket_export_stream($listener);
$to = 'tcp://' . stream_socket_get_name($server, false);
$client = stream_socket_client($to);
$conn = stream_socket_accept($server, 10, $peer);
var_dump($peer === stream_socket_get_name($client, false));
fwrite($client, "over tcp\n");
var_dump(fgets($conn), @stream_socket_accept($server, 0.05));
var_dump(stream_get_meta_data($server)['blocked'], strpos(stream_get_meta_data($server)['stream_type'], 'tcp_socket'));

$raw = socket_create(AF_INET, SOCK_STREAM, SOL_TCP);
socket_connect($raw, '127.0.0.1', (int) substr(strrchr($to, ':'), 1));
socket_set_nonblock($raw);
$stream = socket_export_stream($raw);
$conn = stream_socket_accept($server, 10);
var_dump(stream_get_meta_data($stream)['blocked'], fread($stream, 10));
stream_set_blocking($stream, true);
fwrite($conn, "hello\n");
var_dump(fgets($stream), fwrite($stream, "back\n"), fgets($conn));
fclose($conn);
var_dump(fgets($stream), feof($stream));

foreach ([[AF_UNIX, SOCK_STREAM], [AF_UNIX, SOCK_DGRAM]] as [$domain, $type]) {
    socket_create_pair($domain, $type, 0, $pair);
    $a = socket_export_stream($pair[0]);
    $b = socket_export_stream($pair[1]);
    fwrite($a, "pair\n");
    var_dump(fgets($b), stream_get_meta_data($b)['stream_type']);
}
$raw = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP);
socket_bind($raw, '127.0.0.1', 0);
$udp = socket_export_stream($raw);
stream_socket_sendto($udp, 'to myself', 0, stream_socket_get_name($udp, false));
var_dump(stream_socket_recvfrom($udp, 100, 0, $peer), $peer === stream_socket_get_name($udp, false));
?>
--EXPECT--
bool(true)
string(9) "over tcp
"
bool(false)
bool(true)
int(0)
bool(false)
string(0) ""
string(6) "hello
"
int(5)
string(5) "back
"
bool(false)
bool(true)
string(5) "pair
"
string(11) "unix_socket"
string(5) "pair
"
string(10) "udg_socket"
string(9) "to myself"
bool(true)
