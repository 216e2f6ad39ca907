--TEST--
localhost is resolved, for a server and for a client
--EXTENSIONS--
posix
--FILE--
<?php
foreach (['tcp', 'udp'] as $transport) {
    $flags = $transport === 'udp' ? STREAM_SERVER_BIND : STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
    $server = stream_socket_server("$transport://localhost:0", $code, $text, $flags);
    var_dump(is_resource($server), $code, $text);
    $port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
    $client = stream_socket_client("$transport://localhost:$port", $code, $text, 5);
    var_dump(is_resource($client), $code, $text);
}
?>
--EXPECT--
bool(true)
int(0)
string(0) ""
bool(true)
int(0)
string(0) ""
bool(true)
int(0)
string(0) ""
bool(true)
int(0)
string(0) ""
