--TEST--
accept: a handler that exits ends the script, with shutdown functions and destructors
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
class Witness { function __destruct() { echo "destructor\n"; } }
$witness = new Witness;
register_shutdown_function(function () { echo "shutdown\n"; });
pcntl_signal(SIGUSR1, function () { exit("exit\n"); });
$server = stream_socket_server('tcp://127.0.0.1:0');
signal_in_wait(SIGUSR1);
try {
    stream_socket_accept($server, 20);
} finally {
    echo "not reached: exit runs no finally\n";
}
?>
--EXPECT--
exit
shutdown
destructor
