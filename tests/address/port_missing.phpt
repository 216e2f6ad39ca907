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
server tcp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80"
server udp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80"
client tcp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80"
server tcp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:": a port must follow the host, as in "host:80"
server udp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:": a port must follow the host, as in "host:80"
client tcp://127.0.0.1:: false, 0, Failed to parse address "127.0.0.1:": a port must follow the host, as in "host:80"
server tcp://localhost: false, 0, Failed to parse address "localhost": a port must follow the host, as in "host:80"
server udp://localhost: false, 0, Failed to parse address "localhost": a port must follow the host, as in "host:80"
client tcp://localhost: false, 0, Failed to parse address "localhost": a port must follow the host, as in "host:80"
server tcp://localhost:: false, 0, Failed to parse address "localhost:": a port must follow the host, as in "host:80"
server udp://localhost:: false, 0, Failed to parse address "localhost:": a port must follow the host, as in "host:80"
client tcp://localhost:: false, 0, Failed to parse address "localhost:": a port must follow the host, as in "host:80"
server tcp://:: false, 0, Failed to parse address ":"
server udp://:: false, 0, Failed to parse address ":"
client tcp://:: false, 0, Failed to parse address ":"
server tcp://[::1]: false, 0, Failed to parse IPv6 address "[::1]": a port must follow the bracket, as in "[::1]:80"
server udp://[::1]: false, 0, Failed to parse IPv6 address "[::1]": a port must follow the bracket, as in "[::1]:80"
client tcp://[::1]: false, 0, Failed to parse IPv6 address "[::1]": a port must follow the bracket, as in "[::1]:80"
server tcp://[]: false, 0, Failed to parse IPv6 address "[]": a port must follow the bracket, as in "[::1]:80"
server udp://[]: false, 0, Failed to parse IPv6 address "[]": a port must follow the bracket, as in "[::1]:80"
client tcp://[]: false, 0, Failed to parse IPv6 address "[]": a port must follow the bracket, as in "[::1]:80"
server tcp://[: false, 0, Failed to parse address "["
server udp://[: false, 0, Failed to parse address "["
client tcp://[: false, 0, Failed to parse address "["
server tcp://]: false, 0, Failed to parse address "]"
server udp://]: false, 0, Failed to parse address "]"
client tcp://]: false, 0, Failed to parse address "]"
server tcp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x": a port must follow the host, as in "host:80"
server udp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x": a port must follow the host, as in "host:80"
client tcp://127.0.0.1/x: false, 0, Failed to parse address "127.0.0.1/x": a port must follow the host, as in "host:80"
