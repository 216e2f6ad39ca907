--TEST--
inet-target: an IP address or a host name, a colon and a port
--FILE--
<?php
foreach (['127.0.0.1', 'localhost', '0.0.0.0'] as $host) {
    // The port that the system picks first is free a moment later; another try if somebody was quicker.
    do {
        $name = stream_socket_get_name(stream_socket_server("tcp://$host:0"), false);
        $port = substr(strrchr($name, ':'), 1);
        $server = @stream_socket_server("tcp://$host:$port");
    } while (!$server);
    var_dump(stream_socket_get_name($server, false) === $name);
    unset($server);
    do {
        $name = stream_socket_get_name(stream_socket_server("udp://$host:0", $no, $text, STREAM_SERVER_BIND), false);
        $port = substr(strrchr($name, ':'), 1);
        $server = @stream_socket_server("udp://$host:$port", $no, $text, STREAM_SERVER_BIND);
    } while (!$server);
    var_dump(stream_socket_get_name($server, false) === $name);
    unset($server);
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
