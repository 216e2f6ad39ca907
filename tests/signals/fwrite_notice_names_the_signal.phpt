--TEST--
fwrite that times out: the notice names what the last system call said, EINTR after a signal
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
foreach ([false, true] as $async) {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    fill($ours);
    pcntl_async_signals($async);
    pcntl_signal(SIGUSR1, function () {});
    stream_set_timeout($ours, 0, 20_000);
    @fwrite($ours, 'more');
    echo error_get_last()['message'], "\n";
    stream_set_timeout($ours, 1);
    $child = signal_in_wait(SIGUSR1);
    @fwrite($ours, 'more');
    echo error_get_last()['message'], "\n";
    ended($child);
}
?>
--EXPECT--
fwrite(): Send of 4 bytes failed with errno=11 Resource temporarily unavailable
fwrite(): Send of 4 bytes failed with errno=4 Interrupted system call
fwrite(): Send of 4 bytes failed with errno=11 Resource temporarily unavailable
fwrite(): Send of 4 bytes failed with errno=4 Interrupted system call
