--TEST--
a handler forks within accept: on both sides the wait ends, and the next one accepts
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
$server = stream_socket_server('tcp://127.0.0.1:0');
$us = getmypid();
pcntl_signal(SIGUSR1, function () use (&$child) {
    $child = pcntl_fork();
    if ($child === 0) pcntl_alarm(20);
});
$address = 'tcp://' . stream_socket_get_name($server, false);
$signaller = signal_in_wait(SIGUSR1, function () use ($us, $address) {
    await_sleep($us);
    $both = [stream_socket_client($address), stream_socket_client($address)];
    foreach ($both as $client) fgets($client);
});
var_dump(@stream_socket_accept($server, 15));
$connection = stream_socket_accept($server, 15);
if (getmypid() !== $us) {
    fwrite($connection, "child\n");
    exit($connection ? 0 : 1);
}
if ($child > 0 && $connection) fwrite($connection, "parent\n");
$second = @stream_socket_accept($server, 0); // should one side have taken both
if ($second) fwrite($second, "parent\n");
var_dump(is_resource($connection));
posix_kill($child, SIGKILL);
ended($child);
ended($signaller);
?>
--EXPECTF--
bool(false)
%Abool(true)
