--TEST--
a name that answers late still connects
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
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$us = getmypid();
$child = in_child(function () use ($us) {
    await_sleep($us);
    answer_late();
});
$client = stream_socket_client("tcp://late.test.:$port", $code, $text, 20);
var_dump(is_resource($client), is_resource(stream_socket_accept($server, 5)));
ended($child);
stop($names);
?>
--EXPECT--
bool(true)
bool(true)
