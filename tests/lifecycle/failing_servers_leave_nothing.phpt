--TEST--
servers and clients that fail leave no memory and no descriptor
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$taken = stream_socket_server('tcp://127.0.0.1:0');
$address = 'tcp://' . stream_socket_get_name($taken, false);
function fail(string $address, int $count): array
{
    for ($i = 0; $i < $count; ++$i) {
        @stream_socket_server($address);
        @stream_socket_server('udp://127.0.0.1:0');
        @stream_socket_server('unix:///nonexistent/socket');
        @stream_socket_server('tcp://localhost:99999');
        @stream_socket_client('unix:///nonexistent/socket');
        @stream_socket_client('tcp://127.0.0.1:1', $code, $text, 1);
        @stream_socket_client('tcp://127.0.0.1:abc');
    }
    return [memory_get_usage(), count_descriptors()];
}
fail($address, 10);
[$memory, $count] = fail($address, 10);
[$memory_after, $count_after] = fail($address, 1000);
var_dump($memory_after - $memory < 1000, $count_after - $count);
?>
--EXPECT--
bool(true)
int(0)
