--TEST--
a stream in a static variable and in a constant is closed at the end
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($server, false);
$child = in_child(function () use ($address) {
    static $client;
    $client = stream_socket_client($address);
    define('OTHER', stream_socket_client($address));
    fwrite($client, "static\n");
});
$first = stream_socket_accept($server, 5);
$second = stream_socket_accept($server, 5);
echo fgets($first);
var_dump(ended($child), fgets($first), feof($first), fgets($second), feof($second));
?>
--EXPECT--
static
int(0)
bool(false)
bool(true)
bool(false)
bool(true)
