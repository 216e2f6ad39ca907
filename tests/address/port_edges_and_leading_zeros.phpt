--TEST--
Ports 0, 65535 and leading zeros are legal
--FILE--
<?php
foreach (['0', '000000', '00000000000000000000000'] as $port) {
    $server = stream_socket_server("tcp://127.0.0.1:$port", $errno, $errstr);
    var_dump((int) substr(strrchr(stream_socket_get_name($server, false), ':'), 1) > 0);
}
// 65535 may be somebody else's: then the system says so, which is as good.
$udp = @stream_socket_server('udp://127.0.0.1:65535', $errno, $errstr, STREAM_SERVER_BIND);
var_dump($udp ? stream_socket_get_name($udp, false) : '127.0.0.1:65535', $udp || $errno > 0);
$padded = substr('0000' . strrchr(stream_socket_get_name($server, false), ':'), 5);
$client = stream_socket_client("tcp://127.0.0.1:0000$padded");
var_dump(is_resource($client));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
string(15) "127.0.0.1:65535"
bool(true)
bool(true)
