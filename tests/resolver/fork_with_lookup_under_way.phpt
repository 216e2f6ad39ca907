--TEST--
a fork while an abandoned look-up is under way: both sides wait, look up and exit
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
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$child = in_child(function () use ($port) {
    $client = stream_socket_client("tcp://alive.test.:$port", $code, $text, 10);
    fwrite($client, "from the child\n");
    echo fgets($client);
});
$connection = stream_socket_accept($server, 10);
echo fgets($connection);
fwrite($connection, "from the parent\n");
var_dump(ended($child));
answer_late();
var_dump(is_resource(stream_socket_client("tcp://alive.test.:$port", $code, $text, 10)));
stop($names);
?>
--EXPECT--
from the child
from the parent
int(0)
bool(true)
