<?php
// Row 6: sends each datagram back to where it came from.
require __DIR__ . '/common.php';

$socket = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
print_port($socket);
$begin = null;
for ($count = 0;; $count++) {
    $datagram = stream_socket_recvfrom($socket, 1500, 0, $peer);
    $begin ??= cpu_us();
    if ($datagram[0] === 'B') {
        break;
    }
    stream_socket_sendto($socket, $datagram, 0, $peer);
}
print_result($count, cpu_us() - $begin);
