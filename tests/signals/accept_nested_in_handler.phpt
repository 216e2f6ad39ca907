--TEST--
accept: a handler accepts from the same server; then the interrupted wait ends, and the next one goes on
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
$address = 'tcp://' . stream_socket_get_name($server, false);
pcntl_signal(SIGUSR1, function () use ($server, $address, &$client) {
    $client = stream_socket_client($address);
    fwrite($client, 'inner');
    var_dump(fread(stream_socket_accept($server, 20), 5));
    var_dump(@stream_socket_accept($server, 0));
});
$us = getmypid();
$child = signal_in_wait(SIGUSR1, function () use ($us, $address) {
    await_sleep($us);
    fwrite(stream_socket_client($address), 'outer');
});
var_dump(@stream_socket_accept($server, 20));
var_dump(fread(stream_socket_accept($server, 20), 5));
ended($child);
?>
--EXPECT--
string(5) "inner"
bool(false)
bool(false)
string(5) "outer"
