--TEST--
a signal that is ignored disturbs no wait
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_signal(SIGUSR1, SIG_IGN);
$server = stream_socket_server('tcp://127.0.0.1:0');
$storm = signal_storm(SIGUSR1);
var_dump(@stream_socket_accept($server, 0.2), error_get_last()['message']);
stop($storm);
?>
--EXPECT--
bool(false)
string(59) "stream_socket_accept(): Accept failed: Connection timed out"
