--TEST--
stream_socket_client(): a failed connect leaves no descriptor behind
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
$port = closed_port();
$path = temp_path('leak');
$bindto = stream_context_create(['socket' => ['bindto' => 12]]);
$attempts = function () use ($port, $path, $bindto) {
    @stream_socket_client("tcp://127.0.0.1:$port", $errno, $errstr, 10);
    @stream_socket_client("tcp://localhost:$port", $errno, $errstr, 10);
    @stream_socket_client("unix://$path", $errno, $errstr, 10);
    @stream_socket_client("udg://$path", $errno, $errstr, 10);
    @stream_socket_client("tcp://127.0.0.1:$port", $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $bindto);
    @stream_socket_client('tcp://127.0.0.1', $errno, $errstr, 10);
    @pfsockopen('127.0.0.1', $port);
};
$attempts();
$before = count_descriptors();
for ($i = 0; $i < 20; $i++) $attempts();
var_dump(count_descriptors() - $before);
?>
--EXPECT--
int(0)
