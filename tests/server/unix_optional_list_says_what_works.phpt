--TEST--
unix-optional: each transport that the list names can be used, and those that it does not name cannot
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp', 'udp', 'unix', 'udg'] as $transport) {
    $target = $transport[2] === 'p' ? '127.0.0.1:0' : temp_path("list-$transport");
    $made = (bool) @stream_socket_server("$transport://$target", $errno, $errstr, STREAM_SERVER_BIND);
    var_dump($made === in_array($transport, stream_get_transports(), true));
}
// Timeouts work.
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
stream_set_timeout($client, 0, 1000);
var_dump(@fread($client, 1) ?: false, stream_get_meta_data($client)['timed_out']);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
