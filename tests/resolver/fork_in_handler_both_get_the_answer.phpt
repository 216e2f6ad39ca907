--TEST--
a fork in a handler within a look-up: parent and child both get the answer
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
pcntl_signal(SIGUSR1, function () use (&$child) {
    if ($child === null) $child = pcntl_fork();
});
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$us = getmypid();
$helper = signal_in_wait(SIGUSR1, function () use ($us) {
    await_sleep($us);
    answer_late();
});
$connected = is_resource(stream_socket_client("tcp://late.test.:$port", $code, $text, 15));
if ($child === 0) {
    pcntl_alarm(0);
    exit($connected ? 0 : 1);
}
var_dump($connected, ended($child));
ended($helper);
stop($names);
?>
--EXPECT--
bool(true)
int(0)
