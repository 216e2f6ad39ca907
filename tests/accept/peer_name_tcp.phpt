--TEST--
stream_socket_accept(): the peer's name for IPv4 and IPv6
--SKIPIF--
<?php if (!@stream_socket_server('tcp://[::1]:0')) die('skip no IPv6'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'tcp://[::1]:0'] as $uri) {
    [$server, $to] = listen_on($uri);
    $client = stream_socket_client($to);
    $conn = stream_socket_accept($server, 10, $peer);
    echo preg_replace('/\d+$/', 'PORT', $peer), "\n";
    var_dump($peer === stream_socket_get_name($client, false));
    var_dump($peer === stream_socket_get_name($conn, true));
    var_dump(stream_socket_get_name($conn, false) === stream_socket_get_name($server, false));
}
// An IPv4 client of a dual-stack listener
[$server] = listen_on('tcp://[::]:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$client = stream_socket_client("tcp://127.0.0.1:$port");
$conn = stream_socket_accept($server, 10, $peer);
echo preg_replace('/\d+$/', 'PORT', $peer), "\n";
// The variable stays as it is when nobody came
$peer = 'as it was';
var_dump(@stream_socket_accept($server, 0, $peer), $peer);
?>
--EXPECT--
127.0.0.1:PORT
bool(true)
bool(true)
bool(true)
[::1]:PORT
bool(true)
bool(true)
bool(true)
[::ffff:127.0.0.1]:PORT
bool(false)
string(9) "as it was"
