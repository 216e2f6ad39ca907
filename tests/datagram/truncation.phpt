--TEST--
A datagram that is longer than asked for is cut by recvfrom; fread takes it whole and hands it out in parts
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('cut')] as $uri) {
    $server = stream_socket_server($uri, $errno, $errstr, STREAM_SERVER_BIND);
    $client = stream_socket_client(strstr($uri, '://', true) . '://' . stream_socket_get_name($server, false));
    fwrite($client, 'abcdef');
    fwrite($client, 'second');
    var_dump(stream_socket_recvfrom($server, 3), stream_socket_recvfrom($server, 100));
    fwrite($client, 'abcdef');
    wait_readable($server);
    var_dump(fread($server, 3), stream_get_meta_data($server)['unread_bytes'], fread($server, 3));
    fwrite($client, str_repeat('z', 8000));
    var_dump(strlen(stream_socket_recvfrom($server, 65535)));
}
?>
--EXPECT--
string(3) "abc"
string(6) "second"
string(3) "abc"
int(3)
string(3) "def"
int(8000)
string(3) "abc"
string(6) "second"
string(3) "abc"
int(3)
string(3) "def"
int(8000)
