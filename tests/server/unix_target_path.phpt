--TEST--
unix-target: unix and udg bind a path in the file system, which stays when the server is closed
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('unix-target:80?x#y z');
$server = stream_socket_server("unix://$path");
$client = stream_socket_client("unix://$path");
fwrite(stream_socket_accept($server, 10), "stream\n");
echo fgets($client);
fclose($server);
var_dump(filetype($path));
unlink($path);
$server = stream_socket_server("udg://$path", $errno, $errstr, STREAM_SERVER_BIND);
$client = stream_socket_client("udg://$path");
fwrite($client, "datagram\n");
echo fgets($server);
fclose($server);
var_dump(filetype($path));
?>
--EXPECT--
stream
string(6) "socket"
datagram
string(6) "socket"
