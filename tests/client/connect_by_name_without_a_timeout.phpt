--TEST--
A timeout of 0, and an asynchronous connect, do not keep a name from being looked up
--FILE--
<?php
$server = stream_socket_server('tcp://localhost:0');
$address = 'tcp://localhost:' . substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
for ($i = 0; $i < 5; $i++) {
    $client = stream_socket_client($address, $code, $text, 0, STREAM_CLIENT_ASYNC_CONNECT | STREAM_CLIENT_CONNECT);
    var_dump(is_resource($client), is_resource(stream_socket_accept($server, 10)));
    $client = stream_socket_client($address, $code, $text, 0);
    var_dump(is_resource($client), is_resource(stream_socket_accept($server, 10)));
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
