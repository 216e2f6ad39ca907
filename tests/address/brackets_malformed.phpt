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
server tcp://[::1: false, 0, Failed to parse IPv6 address "[::1": the bracket is not closed
server udp://[::1: false, 0, Failed to parse IPv6 address "[::1": the bracket is not closed
client tcp://[::1: false, 0, Failed to parse IPv6 address "[::1": the bracket is not closed
server tcp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0": the bracket is not closed
server udp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0": the bracket is not closed
client tcp://[::1:0: false, 0, Failed to parse IPv6 address "[::1:0": the bracket is not closed
server tcp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0": a port must follow the bracket, as in "[::1]:80"
server udp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0": a port must follow the bracket, as in "[::1]:80"
client tcp://[::1]0: false, 0, Failed to parse IPv6 address "[::1]0": a port must follow the bracket, as in "[::1]:80"
server tcp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0": a port must follow the bracket, as in "[::1]:80"
server udp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0": a port must follow the bracket, as in "[::1]:80"
client tcp://[::1]x:0: false, 0, Failed to parse IPv6 address "[::1]x:0": a port must follow the bracket, as in "[::1]:80"
server tcp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0": a port must follow the bracket, as in "[::1]:80"
server udp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0": a port must follow the bracket, as in "[::1]:80"
client tcp://[[::1]]:0: false, 0, Failed to parse IPv6 address "[[::1]]:0": a port must follow the bracket, as in "[::1]:80"
server tcp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0": a port must follow the bracket, as in "[::1]:80"
server udp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0": a port must follow the bracket, as in "[::1]:80"
client tcp://[::1]]:0: false, 0, Failed to parse IPv6 address "[::1]]:0": a port must follow the bracket, as in "[::1]:80"
server tcp://[]x: false, 0, Failed to parse IPv6 address "[]x": a port must follow the bracket, as in "[::1]:80"
server udp://[]x: false, 0, Failed to parse IPv6 address "[]x": a port must follow the bracket, as in "[::1]:80"
client tcp://[]x: false, 0, Failed to parse IPv6 address "[]x": a port must follow the bracket, as in "[::1]:80"
server tcp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0": a port must follow the bracket, as in "[::1]:80"
server udp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0": a port must follow the bracket, as in "[::1]:80"
client tcp://[::1] :0: false, 0, Failed to parse IPv6 address "[::1] :0": a port must follow the bracket, as in "[::1]:80"
