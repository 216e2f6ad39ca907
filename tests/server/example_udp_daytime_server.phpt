--TEST--
example-udp: the manual's second example, a UDP daytime service
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$socket = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
if (!$socket) die("$errstr ($errno)\n");
$child = in_child(function () use ($socket) {
    do {
        $pkt = stream_socket_recvfrom($socket, 1, 0, $peer);
        stream_socket_sendto($socket, date("D M j H:i:s Y\r\n"), 0, $peer);
    } while ($pkt !== false);
});
for ($i = 0; $i < 3; ++$i) {
    $fp = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
    fwrite($fp, "\n");
    stream_set_timeout($fp, 10);
    echo fread($fp, 26);
}
posix_kill($child, SIGKILL);
pcntl_waitpid($child, $status);
?>
--EXPECTF--
%s %s %d %d:%d:%d %d
%s %s %d %d:%d:%d %d
%s %s %d %d:%d:%d %d
