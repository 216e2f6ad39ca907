--TEST--
stream_socket_recvfrom(), fread(), fgets(): a non-blocking datagram socket with nothing there
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('nb')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    stream_set_blocking($server, false);
    $peer = 'as it was';
    var_dump(stream_socket_recvfrom($server, 100, 0, $peer), $peer);
    var_dump(stream_socket_recvfrom($server, 100, STREAM_PEEK), fread($server, 100), fgets($server), feof($server));
}
[$a, $b] = connect_pair();
stream_set_blocking($b, false);
var_dump(stream_socket_recvfrom($b, 100));
fclose($a);
wait_readable($b);
var_dump(stream_socket_recvfrom($b, 100), feof($b));
?>
--EXPECT--
bool(false)
NULL
bool(false)
string(0) ""
bool(false)
bool(false)
bool(false)
NULL
bool(false)
string(0) ""
bool(false)
bool(false)
bool(false)
string(0) ""
bool(true)
