--TEST--
sendto: a handler that closes the stream cancels the wait, and nothing goes to the socket that takes its number
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$server = stream_socket_server('tcp://127.0.0.1:0');
fill($ours);
stream_set_blocking($ours, true);
pcntl_signal(SIGUSR1, function () use ($ours, $server, &$other) {
    fclose($ours);
    $other = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
});
$child = signal_in_wait(SIGUSR1);
var_dump(stream_socket_sendto($ours, "SECRET\n"));
ended($child);
$connection = stream_socket_accept($server, 20);
fwrite($other, "for me\n");
var_dump(fgets($connection), is_resource($ours));
?>
--EXPECT--
int(-1)
string(7) "for me
"
bool(false)
