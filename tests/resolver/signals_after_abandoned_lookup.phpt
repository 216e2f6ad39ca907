--TEST--
after an abandoned look-up signals are seen as without
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
abandon_lookup('late.test.');
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$server = stream_socket_server('tcp://127.0.0.1:0');
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_accept($server, 20), error_get_last()['message']);
pcntl_signal_dispatch();
ended($child);
pcntl_async_signals(true);
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_accept($server, 20), error_get_last()['message']);
ended($child);
pcntl_signal(SIGUSR1, function () { throw new RuntimeException('from the handler'); });
$child = signal_in_wait(SIGUSR1);
try {
    @stream_socket_accept($server, 20);
} catch (RuntimeException $exception) {
    echo $exception->getMessage(), "\n";
}
ended($child);
answer_late();
stop($names);
?>
--EXPECT--
bool(false)
string(62) "stream_socket_accept(): Accept failed: Interrupted system call"
handled
handled
bool(false)
string(62) "stream_socket_accept(): Accept failed: Interrupted system call"
from the handler
