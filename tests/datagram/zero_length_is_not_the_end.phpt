--TEST--
An empty datagram is read as "" and is not the end
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('empty')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    $client = stream_socket_client(strstr($uri, '://', true) . '://' . stream_socket_get_name($server, false));
    var_dump(stream_socket_sendto($client, ''));
    fwrite($client, 'x');
    var_dump(stream_socket_recvfrom($server, 100), stream_socket_recvfrom($server, 100), feof($server));
    stream_socket_sendto($client, '');
    wait_readable($server);
    var_dump(feof($server), fread($server, 100), feof($server), stream_get_meta_data($server)['eof']);
    fwrite($client, 'still alive');
    var_dump(fread($server, 100), feof($server));
}
?>
--EXPECT--
int(0)
string(0) ""
string(1) "x"
bool(false)
bool(false)
string(0) ""
bool(false)
bool(false)
string(11) "still alive"
bool(false)
int(0)
string(0) ""
string(1) "x"
bool(false)
bool(false)
string(0) ""
bool(false)
bool(false)
string(11) "still alive"
bool(false)
