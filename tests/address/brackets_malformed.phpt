--TEST--
Malformed brackets are errors for server and client
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['[::1', '[::1:0', '[::1]0', '[::1]x:0', '[[::1]]:0', '[::1]]:0', '[]x', '[::1] :0'] as $target) {
    try_server("tcp://$target");
    try_server("udp://$target");
    try_client("tcp://$target");
}
?>
--EXPECT--
server tcp://[::1: false, 0, Failed to parse IPv6 address "[::1"
server udp://[::1: false, 0, Failed to parse IPv6 address "[::1"
client tcp://[::1: false, 0, Failed to parse IPv6 address "[::1"
server tcp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0"
server udp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0"
client tcp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0"
server tcp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0"
server udp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0"
client tcp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0"
server tcp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0"
server udp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0"
client tcp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0"
server tcp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0"
server udp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0"
client tcp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0"
server tcp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0"
server udp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0"
client tcp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0"
server tcp://[]x: false, 0, Failed to parse IPv6 address "[]x"
server udp://[]x: false, 0, Failed to parse IPv6 address "[]x"
client tcp://[]x: false, 0, Failed to parse IPv6 address "[]x"
server tcp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0"
server udp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0"
client tcp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0"
