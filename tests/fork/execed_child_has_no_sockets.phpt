--TEST--
a program that is run has none of our sockets, unless the context says so
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
function sockets_of_a_child(): int
{
    $process = proc_open(['ls', '-l', '/proc/self/fd'], [1 => ['pipe', 'w']], $pipes);
    $list = stream_get_contents($pipes[1]);
    proc_close($process);
    return substr_count($list, 'socket:');
}
$inherited = sockets_of_a_child(); // of whoever runs this test
[$theirs, $ours, $server] = connect_pair();
$path = sys_get_temp_dir() . '/uvstream-exec-' . getmypid();
$all = [
    stream_socket_server('tcp://localhost:0'),
    stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND),
    stream_socket_server("unix://$path"),
    stream_socket_client("unix://$path"),
    stream_socket_client('udp://127.0.0.1:9'),
    fsockopen('127.0.0.1', (int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1)),
];
var_dump(count(array_filter($all)), sockets_of_a_child() - $inherited);
$context = stream_context_create(['uvstream' => ['cloexec' => false]]);
$kept = stream_socket_server('tcp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
var_dump(sockets_of_a_child() - $inherited);
unlink($path);
?>
--EXPECT--
int(6)
int(0)
int(1)
