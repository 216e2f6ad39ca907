--TEST--
who asks for a name again, while a look-up of it that was given up is under way, waits for that one
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(60);
$names = serve_names();
foreach (['late', 'late', 'LATE', 'Late'] as $name) abandon_lookup("$name.test.");
await_threads(2); // ours, and one that asks
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$us = getmypid();
$child = in_child(function () use ($us) {
    await_sleep($us);
    answer_late();
});
var_dump(is_resource(stream_socket_client("tcp://late.test.:$port", $code, $text, 20)));
ended($child);
await_threads(1);
stop($names);
?>
--EXPECT--
bool(true)
