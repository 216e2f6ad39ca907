--TEST--
a handler forks within a look-up: the child's call ends in time, both go on
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
pcntl_async_signals(true);
$us = getmypid();
pcntl_signal(SIGUSR1, function () use (&$child) {
    $child = pcntl_fork();
    if ($child === 0) pcntl_alarm(20);
});
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$signaller = signal_in_wait(SIGUSR1);
$client = @stream_socket_client("tcp://late.test.:$port", $code, $text, 2);
if (getmypid() !== $us) {
    $works = is_resource(stream_socket_client("tcp://alive.test.:$port", $code, $text, 10));
    exit($works ? 0 : 1);
}
answer_late();
var_dump(ended($child), $client, $code);
ended($signaller);
stop($names);
?>
--EXPECT--
int(0)
bool(false)
int(110)
