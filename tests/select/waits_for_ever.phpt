--TEST--
select: without a timeout it waits until something happens: data, room, a connection, an end, a child's exit
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$tcp_peer, $tcp, $server] = connect_pair();
[$pair, $pair_peer] = unix_pair();
[$read, $write] = pipe_pair();
$udp = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$all = ['tcp' => $tcp, 'server' => $server, 'pair' => $pair, 'pipe' => $read, 'udp' => $udp];
$us = getmypid();
$later = function (callable $what, ?int $microseconds = null) use ($us, $all) {
    $child = in_child(function () use ($us, $what) {
        await_sleep($us);
        $what();
    });
    echo select_line($all, null, $all, null, $microseconds), "\n";
    ended($child);
};
$later(fn () => fwrite($tcp_peer, 'x'));
fread($tcp, 10);
$later(fn () => fwrite($pair_peer, 'x'), 0);
fread($pair, 10);
$later(fn () => fwrite($write, 'x'));
fread($read, 10);
$later(fn () => stream_socket_sendto($udp, 'x', 0, stream_socket_get_name($udp, false)));
fread($udp, 10);
$later(fn () => stream_socket_client('tcp://' . stream_socket_get_name($server, false)));
fclose(stream_socket_accept($server));
fclose($write); // the child has the last
$later(fn () => null);
unset($all['pipe']);
$child = in_child(fn () => await_sleep($us));
fclose($pair_peer);
echo select_line(['pair' => $pair], null, null, null), "\n";
ended($child);
?>
--EXPECT--
1: ["tcp"] null []
1: ["pair"] null []
1: ["pipe"] null []
1: ["udp"] null []
1: ["server"] null []
1: ["pipe"] null []
1: ["pair"] null null
