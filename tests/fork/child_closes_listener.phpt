--TEST--
a child closes its copy of the listener; the parent goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
var_dump(ended(in_child(function () use ($server) { fclose($server); })));
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
var_dump(is_resource(stream_socket_accept($server, 5)));
?>
--EXPECT--
int(0)
bool(true)
