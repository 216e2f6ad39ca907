--TEST--
stream_socket_sendto(): addresses that cannot be parsed, of the wrong family, without port, too large datagrams
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$socket = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$port = substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
foreach (['garbage', '', '127.0.0.1', "[::1]:$port", '[::1'] as $address) {
    echo str_replace($port, 'PORT', $address), ' => ';
    var_dump(stream_socket_sendto($socket, 'x', 0, $address));
}
var_dump(stream_socket_sendto($socket, str_repeat('x', 70000), 0, "127.0.0.1:$port"));
var_dump(stream_socket_sendto($socket, 'x'));
stream_set_blocking($socket, false);
var_dump(stream_socket_recvfrom($socket, 10)); // none of it went out
?>
--EXPECT--
garbage => Warning: stream_socket_sendto(): Failed to parse `garbage' into a valid network address
bool(false)
 => Warning: stream_socket_sendto(): Destination address required
int(-1)
127.0.0.1 => Warning: stream_socket_sendto(): Failed to parse `127.0.0.1' into a valid network address
bool(false)
[::1]:PORT => Warning: stream_socket_sendto(): Address family not supported by protocol
int(-1)
[::1 => Warning: stream_socket_sendto(): Failed to parse `[::1' into a valid network address
bool(false)
Warning: stream_socket_sendto(): Message too long
int(-1)
Warning: stream_socket_sendto(): Destination address required
int(-1)
bool(false)
