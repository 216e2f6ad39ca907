--TEST--
stream_socket_recvfrom(): the peer's name over udg, bound and unnamed
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('udgserver');
$mine = temp_path('udgclient');
$server = stream_socket_server("udg://$path", $errno, $errstr, STREAM_SERVER_BIND);
$client = stream_socket_client("udg://$path");
fwrite($client, 'from nobody');
var_dump(stream_socket_recvfrom($server, 100, 0, $peer), $peer);
$bound = stream_socket_server("udg://$mine", $errno, $errstr, STREAM_SERVER_BIND);
$raw = socket_import_stream($bound);
socket_sendto($raw, 'from somebody', 13, 0, $path);
var_dump(stream_socket_recvfrom($server, 100, 0, $peer), $peer === $mine);
var_dump(stream_socket_get_name($server, false) === $path, stream_socket_get_name($client, true) === $path);
var_dump(stream_socket_get_name($server, true), stream_socket_get_name($client, false));
?>
--EXPECT--
string(11) "from nobody"
string(0) ""
string(13) "from somebody"
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
