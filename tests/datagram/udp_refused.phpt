--TEST--
A connected udp socket whose port is closed: the error comes with the next operation, once
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_send_errors();
// It holds its port, and takes datagrams from its own peer only.
$deaf = stream_socket_client('udp://127.0.0.1:9');
$name = stream_socket_get_name($deaf, false);
$client = stream_socket_client("udp://$name");
var_dump(fwrite($client, 'x'));
wait_readable($client);
var_dump(fwrite($client, 'y'));
wait_readable($client);
var_dump(stream_socket_sendto($client, 'z'));
wait_readable($client);
var_dump(fwrite($client, 'x'));
$client = stream_socket_client("udp://$name");
fwrite($client, 'x');
wait_readable($client);
var_dump(stream_socket_recvfrom($client, 10), stream_socket_sendto($client, 'again'));
$client = stream_socket_client("udp://$name");
fwrite($client, 'x');
wait_readable($client);
var_dump(fread($client, 10));
?>
--EXPECT--
int(1)
fwrite(): Send of 1 bytes failed with errno=111 Connection refused
bool(false)
int(1)
fwrite(): Send of 1 bytes failed with errno=111 Connection refused
bool(false)
bool(false)
int(5)
bool(false)
