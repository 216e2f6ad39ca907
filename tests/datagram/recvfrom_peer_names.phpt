--TEST--
stream_socket_recvfrom(), stream_socket_sendto(): addresses over udp IPv4 and IPv6, and back
--SKIPIF--
<?php if (!@stream_socket_server('udp://[::1]:0', $n, $s, STREAM_SERVER_BIND)) die('skip no IPv6'); ?>
--FILE--
<?php
foreach (['127.0.0.1', '[::1]'] as $host) {
    $a = stream_socket_server("udp://$host:0", $errno, $errstr, STREAM_SERVER_BIND);
    $b = stream_socket_server("udp://$host:0", $errno, $errstr, STREAM_SERVER_BIND);
    $nameA = stream_socket_get_name($a, false);
    $nameB = stream_socket_get_name($b, false);
    var_dump(stream_socket_get_name($a, true));
    var_dump(stream_socket_sendto($a, 'ping', 0, $nameB));
    var_dump(stream_socket_recvfrom($b, 100, 0, $peer), $peer === $nameA);
    var_dump(stream_socket_sendto($b, 'pong', 0, $peer));
    var_dump(stream_socket_recvfrom($a, 100, 0, $peer), $peer === $nameB);
    // A name with the scheme is not an address
    var_dump(@stream_socket_sendto($a, 'x', 0, "udp://$nameB"));
}
?>
--EXPECT--
bool(false)
int(4)
string(4) "ping"
bool(true)
int(4)
string(4) "pong"
bool(true)
bool(false)
bool(false)
int(4)
string(4) "ping"
bool(true)
int(4)
string(4) "pong"
bool(true)
bool(false)
