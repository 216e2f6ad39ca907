--TEST--
stream_socket_recvfrom(): STREAM_PEEK leaves the datagram, or the bytes, where they are
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('peek')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    $client = stream_socket_client(strstr($uri, '://', true) . '://' . stream_socket_get_name($server, false));
    fwrite($client, 'first');
    fwrite($client, 'second');
    var_dump(stream_socket_recvfrom($server, 3, STREAM_PEEK), stream_socket_recvfrom($server, 100, STREAM_PEEK));
    var_dump(stream_socket_recvfrom($server, 100), stream_socket_recvfrom($server, 100));
}
[$a, $b] = connect_pair();
fwrite($a, 'bytes');
var_dump(stream_socket_recvfrom($b, 3, STREAM_PEEK, $peer), $peer, fread($b, 100));
?>
--EXPECT--
string(3) "fir"
string(5) "first"
string(5) "first"
string(6) "second"
string(3) "fir"
string(5) "first"
string(5) "first"
string(6) "second"
string(3) "byt"
string(0) ""
string(5) "bytes"
