--TEST--
select: what is ready is told in each call until it was used
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$tcp, $tcp_peer, $server] = connect_pair();
[$pair, $pair_peer] = unix_pair();
[$read, $write] = pipe_pair();
foreach ([$tcp, $pair] as $stream) stream_set_read_buffer($stream, 0);
$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$all = compact('tcp', 'pair', 'read', 'udp', 'server');
$count = function (?array $r, ?array $w = null) {
    $lines = [];
    for ($i = 0; $i < 100; ++$i) $lines[select_line($r, $w)] = true;
    return implode(' | ', array_keys($lines)) . "\n";
};
echo $count($all), $count($all, $all);
fwrite($tcp_peer, 'abc');
fwrite($pair_peer, 'abc');
fwrite($write, 'abc');
stream_socket_sendto($udp, 'abc', 0, stream_socket_get_name($udp, false));
$late = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
foreach ($all as $stream) wait_readable($stream);
echo $count($all);
for ($i = 0; $i < 2; ++$i) {
    foreach ([$tcp, $pair] as $stream) fread($stream, 1);
    echo $count($all);
}
foreach ([$tcp, $pair, $read] as $stream) fread($stream, 3);
echo $count($all);
stream_socket_recvfrom($udp, 10);
echo $count($all);
stream_socket_accept($server, 10);
echo $count($all);
// Data that come between two calls, and are read without a select
for ($i = 0; $i < 3; ++$i) {
    fwrite($tcp_peer, 'x');
    fread($tcp, 1);
    echo select_line($all), ' ';
    fwrite($tcp_peer, 'y');
    wait_readable($tcp);
    echo select_line($all), "\n";
    fread($tcp, 1);
}
?>
--EXPECT--
0: [] null null
3: [] ["tcp","pair","udp"] null
5: ["tcp","pair","read","udp","server"] null null
5: ["tcp","pair","read","udp","server"] null null
5: ["tcp","pair","read","udp","server"] null null
2: ["udp","server"] null null
1: ["server"] null null
0: [] null null
0: [] null null 1: ["tcp"] null null
0: [] null null 1: ["tcp"] null null
0: [] null null 1: ["tcp"] null null
