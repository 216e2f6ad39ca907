--TEST--
stream_socket_client(): a udp "connection": names, both directions, nobody else's datagrams
--SKIPIF--
<?php if (!@stream_socket_server('udp://[::1]:0', $n, $s, STREAM_SERVER_BIND)) die('skip no IPv6'); ?>
--FILE--
<?php
foreach (['127.0.0.1', '[::1]'] as $host) {
    $server = stream_socket_server("udp://$host:0", $errno, $errstr, STREAM_SERVER_BIND);
    $name = stream_socket_get_name($server, false);
    $client = stream_socket_client("udp://$name", $errno, $errstr, 10);
    var_dump($errno, $errstr, stream_socket_get_name($client, true) === $name);
    $mine = stream_socket_get_name($client, false);
    fwrite($client, 'ping');
    var_dump(stream_socket_recvfrom($server, 100, 0, $peer), $peer === $mine);
    $stranger = stream_socket_server("udp://$host:0", $errno, $errstr, STREAM_SERVER_BIND);
    stream_socket_sendto($stranger, 'junk', 0, $mine);
    stream_socket_sendto($server, 'pong', 0, $mine);
    var_dump(fread($client, 100));
}
?>
--EXPECT--
int(0)
string(0) ""
bool(true)
string(4) "ping"
bool(true)
string(4) "pong"
int(0)
string(0) ""
bool(true)
string(4) "ping"
bool(true)
string(4) "pong"
