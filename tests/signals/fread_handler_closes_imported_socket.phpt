--TEST--
fread: a handler that closes the stream's socket by ext/sockets leaves the stream to the read that waits
--EXTENSIONS--
pcntl
posix
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
$socket = socket_import_stream($ours);
pcntl_signal(SIGUSR1, function () use ($socket, $theirs) {
    socket_close($socket);
    $reuse = str_repeat('x', 200) . stream_socket_get_name($theirs, true); // freed memory would be taken by this
    fwrite($theirs, "a line\n");
});
stream_set_timeout($ours, 20);
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours));
ended($child);
?>
--EXPECT--
string(7) "a line
"
