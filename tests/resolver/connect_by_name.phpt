--TEST--
connect, also asynchronously, by a name that a name server answers
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network();
$names = serve_names();
$server = stream_socket_server('tcp://alive.test.:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
foreach ([STREAM_CLIENT_CONNECT, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT] as $flags) {
    $client = stream_socket_client("tcp://alive.test.:$port", $code, $text, 10, $flags);
    $connection = stream_socket_accept($server, 10);
    fwrite($client, 'hello');
    var_dump(fread($connection, 5), stream_socket_get_name($client, true) === "127.0.0.1:$port");
}
stop($names);
?>
--EXPECT--
string(5) "hello"
bool(true)
string(5) "hello"
bool(true)
