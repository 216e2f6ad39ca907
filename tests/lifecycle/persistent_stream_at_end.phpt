--TEST--
a persistent stream is left open at the end
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
$child = in_child(function () use ($address) {
    $client = stream_socket_client($address, $code, $text, 5, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT);
    fwrite($client, "left open\n");
});
$connection = stream_socket_accept($server, 5);
echo fgets($connection);
var_dump(ended($child));
var_dump(fgets($connection), feof($connection));
?>
--EXPECT--
left open
int(0)
bool(false)
bool(true)
