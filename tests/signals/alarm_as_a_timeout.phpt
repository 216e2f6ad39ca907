--TEST--
SIGALRM, whose handlers never have calls restarted, is a timeout of accept, recvfrom and sendto
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$datagrams = stream_socket_server('udp://127.0.0.1:0', $code, $text, STREAM_SERVER_BIND);
[$full, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fill($full);
pcntl_signal(SIGALRM, function () { echo "alarm\n"; });
foreach ([true, false] as $async) {
    pcntl_async_signals($async);
    foreach ([fn () => stream_socket_accept($server, -1), fn () => stream_socket_recvfrom($datagrams, 100),
        fn () => stream_socket_sendto($full, 'more')] as $call) {
        $child = signal_in_wait(SIGALRM);
        var_dump(@$call());
        if (!$async) pcntl_signal_dispatch();
        ended($child);
    }
}
?>
--EXPECT--
alarm
bool(false)
alarm
bool(false)
alarm
int(-1)
bool(false)
alarm
bool(false)
alarm
int(-1)
alarm
