--TEST--
stream_socket_accept(): connections go on when the listener is closed; new ones are refused
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$client, $conn, $server] = connect_pair();
$to = 'tcp://' . stream_socket_get_name($server, false);
fclose($server);
var_dump(@stream_socket_client($to, $errno, $errstr, 10), $errno === SOCKET_ECONNREFUSED, $errstr);
fwrite($conn, "hello\n");
var_dump(fgets($client));
?>
--EXTENSIONS--
sockets
--EXPECT--
bool(false)
bool(true)
string(18) "Connection refused"
string(6) "hello
"
