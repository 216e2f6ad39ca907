--TEST--
Server and client: an address without a port is an error
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['', '127.0.0.1', '127.0.0.1:', 'localhost', 'localhost:', ':', '[::1]', '[]', '[', ']', '127.0.0.1/x'] as $target) {
    try_server("tcp://$target");
    try_server("udp://$target");
    try_client("tcp://$target");
}
?>
--EXPECT--
server tcp://: false, 0, Failed to parse address ""
server udp://: false, 0, Failed to parse address ""
client tcp://: false, 0, Failed to parse address ""
server tcp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1"
server udp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1"
client tcp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1"
server tcp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:"
server udp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:"
client tcp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:"
server tcp://localhost: false, 0, Failed to parse address "localhost"
server udp://localhost: false, 0, Failed to parse address "localhost"
client tcp://localhost: false, 0, Failed to parse address "localhost"
server tcp://localhost:: false, 0, Failed to parse address "localhost:"
server udp://localhost:: false, 0, Failed to parse address "localhost:"
client tcp://localhost:: false, 0, Failed to parse address "localhost:"
server tcp://:: false, 0, Failed to parse address ":"
server udp://:: false, 0, Failed to parse address ":"
client tcp://:: false, 0, Failed to parse address ":"
server tcp://[::1]: false, 0, Failed to parse IPv6 address "[::1]"
server udp://[::1]: false, 0, Failed to parse IPv6 address "[::1]"
client tcp://[::1]: false, 0, Failed to parse IPv6 address "[::1]"
server tcp://[]: false, 0, Failed to parse IPv6 address "[]"
server udp://[]: false, 0, Failed to parse IPv6 address "[]"
client tcp://[]: false, 0, Failed to parse IPv6 address "[]"
server tcp://[: false, 0, Failed to parse address "["
server udp://[: false, 0, Failed to parse address "["
client tcp://[: false, 0, Failed to parse address "["
server tcp://]: false, 0, Failed to parse address "]"
server udp://]: false, 0, Failed to parse address "]"
client tcp://]: false, 0, Failed to parse address "]"
server tcp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x"
server udp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x"
client tcp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x"
