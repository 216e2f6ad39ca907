--TEST--
a name behind two dead ones is looked up once those are through
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(1);
$names = serve_names();
abandon_lookup('dead1.test.');
abandon_lookup('dead2.test.');
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
var_dump(is_resource(stream_socket_client("tcp://alive.test.:$port", $code, $text, 20)));
stop($names);
?>
--EXPECT--
bool(true)
