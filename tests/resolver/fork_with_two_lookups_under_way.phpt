--TEST--
a child of a parent whose look-ups take all places can look names up at once
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
abandon_lookup('late1.test.');
abandon_lookup('late2.test.');
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$child = in_child(function () use ($port) {
    var_dump(is_resource(@stream_socket_client("tcp://alive.test.:$port", $code, $text, 5)));
});
var_dump(ended($child));
answer_late();
stop($names);
?>
--EXPECT--
bool(true)
int(0)
