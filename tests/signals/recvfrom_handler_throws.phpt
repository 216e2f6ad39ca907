--TEST--
recvfrom: an exception from a handler comes out of the call, and the socket goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
$socket = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
$peer = stream_socket_client('udp://' . stream_socket_get_name($socket, false));
$child = signal_in_wait(SIGUSR1);
try {
    stream_socket_recvfrom($socket, 100);
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
fwrite($peer, 'datagram');
var_dump(stream_socket_recvfrom($socket, 100));
?>
--EXPECT--
from the handler
string(8) "datagram"
