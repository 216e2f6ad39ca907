--TEST--
stream_socket_accept(): on udp, a connection, a file, a closed stream
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
var_dump(stream_socket_accept($udp, 0.01));
[$client, $conn, $server] = connect_pair();
fwrite($client, 'x');
wait_readable($conn);
var_dump(stream_socket_accept($conn, 0.01));
var_dump(stream_socket_accept(fopen('php://memory', 'r+'), 0.01));
var_dump(fread($conn, 10)); // nothing was taken from it
fclose($server);
try {
    stream_socket_accept($server, 0);
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
?>
--EXPECTF--
Warning: stream_socket_accept(): Accept failed: %s
bool(false)
Warning: stream_socket_accept(): Accept failed: Invalid argument
bool(false)
Warning: stream_socket_accept(): Accept failed: Unknown error
bool(false)
string(1) "x"
stream_socket_accept(): %s stream resource
