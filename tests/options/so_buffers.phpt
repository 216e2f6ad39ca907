--TEST--
so_rcvbuf, so_sndbuf: set before listen and connect, so that accepted connections have them too
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip Linux doubles what is asked for'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
show_tcp_options(['so_rcvbuf' => 16384, 'so_sndbuf' => 20480], ['SO_RCVBUF', 'SO_SNDBUF']);
show_tcp_options(['so_rcvbuf' => '16384', 'so_sndbuf' => 20480.5], ['SO_RCVBUF', 'SO_SNDBUF']);
$context = stream_context_create(['socket' => ['so_rcvbuf' => 16384, 'so_sndbuf' => 20480]]);
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND, $context);
var_dump(option_of($udp, 'SO_RCVBUF'), option_of($udp, 'SO_SNDBUF'));
$client = stream_socket_client('udp://127.0.0.1:9', $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
var_dump(option_of($client, 'SO_RCVBUF'), option_of($client, 'SO_SNDBUF'));
// The kernel corrects what is legal but too little or too much.
foreach ([1, 2147483647] as $size) {
    $context = stream_context_create(['socket' => ['so_rcvbuf' => $size, 'so_sndbuf' => $size]]);
    $server = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context);
    var_dump(option_of($server, 'SO_RCVBUF') > 1, option_of($server, 'SO_SNDBUF') > 1);
}
?>
--EXPECT--
{"so_rcvbuf":16384,"so_sndbuf":20480}; listener 32768 40960; accepted 32768 40960; client 32768 40960
{"so_rcvbuf":"16384","so_sndbuf":20480.5}; listener 32768 40960; accepted 32768 40960; client 32768 40960
int(32768)
int(40960)
int(32768)
int(40960)
bool(true)
bool(true)
bool(true)
bool(true)
