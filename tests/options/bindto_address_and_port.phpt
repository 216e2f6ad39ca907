--TEST--
bindto: the address and the port that a client connects from
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $name] = listen_on();
function from(string $bindto): string
{
    global $name;
    $context = stream_context_create(['socket' => ['bindto' => $bindto]]);
    $client = stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    return $client ? stream_socket_get_name($client, false) : "$errno $errstr";
}
echo from('127.0.0.1:0'), "\n", from('0:0'), "\n";
do {
    $free = substr(strrchr(stream_socket_get_name(stream_socket_server('tcp://127.0.0.1:0'), false), ':'), 1);
    $got = @from("127.0.0.1:$free");
} while (strpos($got, 'in use') !== false);
var_dump($got === "127.0.0.1:$free");
if (PHP_OS_FAMILY === 'Linux') echo from('127.0.0.2:0'), "\n"; else echo "127.0.0.2:1\n";
?>
--EXPECTF--
127.0.0.1:%d
127.0.0.1:%d
bool(true)
127.0.0.2:%d
