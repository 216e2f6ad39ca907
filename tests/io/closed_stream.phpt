--TEST--
A closed socket stream is refused by every function
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$a, $b, $server] = connect_pair();
var_dump(fclose($b));
foreach (['fread' => [10], 'fwrite' => ['x'], 'feof' => [], 'fclose' => [], 'stream_get_meta_data' => [],
    'stream_socket_shutdown' => [STREAM_SHUT_RD], 'stream_socket_get_name' => [true], 'stream_set_blocking' => [true],
    'stream_socket_recvfrom' => [10], 'stream_socket_sendto' => ['x'], 'stream_set_timeout' => [1],
    'stream_set_chunk_size' => [1], 'stream_socket_accept' => [0]] as $function => $arguments) {
    try {
        $function($b, ...$arguments);
    } catch (TypeError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(fread($a, 10), feof($a));
?>
--EXPECTF--
bool(true)
fread(): %s stream resource
fwrite(): %s stream resource
feof(): %s stream resource
fclose(): %s stream resource
stream_get_meta_data(): %s stream resource
stream_socket_shutdown(): %s stream resource
stream_socket_get_name(): %s stream resource
stream_set_blocking(): %s stream resource
stream_socket_recvfrom(): %s stream resource
stream_socket_sendto(): %s stream resource
stream_set_timeout(): %s stream resource
stream_set_chunk_size(): %s stream resource
stream_socket_accept(): %s stream resource
string(0) ""
bool(true)
