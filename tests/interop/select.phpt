--TEST--
stream_select(): our streams, buffered bytes, together with a pipe and a pair
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b, $server] = connect_pair();
[$c, $d] = connect_pair('unix://' . temp_path('select'));
[$p, $q] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$all = compact('a', 'b', 'c', 'd', 'p', 'q', 'udp', 'server');
function ready(array $r, array $w = [], float $seconds = 0): string
{
    $e = null;
    $n = stream_select($r, $w, $e, (int) $seconds, 0);
    return "$n: " . implode(' ', array_keys($r)) . ' / ' . implode(' ', array_keys($w));
}
echo ready($all), "\n", ready([], compact('a', 'c', 'p', 'udp')), "\n";
fwrite($a, "one\ntwo\n");
fwrite($c, 'x');
fwrite($q, 'y');
stream_socket_sendto($udp, 'z', 0, stream_socket_get_name($udp, false));
$late = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
foreach (['b', 'd', 'p', 'udp', 'server'] as $name) wait_readable($all[$name]);
echo ready($all, compact('b')), "\n";
fgets($b);
fread($d, 1);
echo ready($all), "\n"; // buffered bytes come first, and alone
fgets($b);
echo ready(compact('b', 'd', 'p')), "\n";
stream_socket_shutdown($a, STREAM_SHUT_WR);
wait_readable($b);
echo ready(compact('b', 'd'), compact('a')), "\n";
?>
--EXPECT--
0:  / 
4:  / a c p udp
6: b d p udp server / b
1: b / 
1: p / 
2: b / a
