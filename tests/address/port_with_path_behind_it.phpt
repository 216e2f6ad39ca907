--TEST--
host:port/anything is legal: persistent keys use it
--FILE--
<?php
foreach (['127.0.0.1:0/', '127.0.0.1:0/key', '127.0.0.1:0/a:b:c', '127.0.0.1:0//x/[y]%', 'localhost:0/x'] as $target) {
    $server = stream_socket_server("tcp://$target", $errno, $errstr);
    $name = stream_socket_get_name($server, false);
    var_dump((bool) preg_match('/^(127\.0\.0\.1|\[::1\]):[1-9]\d*$/D', $name));
    $client = stream_socket_client("tcp://$name/any:thing", $errno, $errstr);
    var_dump(is_resource($client), $errno);
    var_dump(is_resource(stream_socket_server("udp://$target", $errno, $errstr, STREAM_SERVER_BIND)));
}
$one = stream_socket_client("tcp://$name/one", $errno, $errstr, 10, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT);
$two = stream_socket_client("tcp://$name/two", $errno, $errstr, 10, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT);
var_dump(stream_socket_get_name($one, false) !== stream_socket_get_name($two, false));
?>
--EXPECT--
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
