--TEST--
stream_socket_accept(): on a stream without a socket
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$stream = stream_socket_client('tcp://127.0.0.1:1', $errno, $errstr, 10, 0);
var_dump(stream_socket_accept($stream, 0));
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
