--TEST--
An IPv6 address without brackets is an error that says what is missing
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
foreach (['::1:80', '2001:db8::1:80', 'fe80::1%lo:80', '::1]:80', ':::', '::1:80:3306', '2001:1::1:80', '1:2:3:4:5:6:7:8:80'] as $target) {
    try_server("tcp://$target");
    try_server("udp://$target");
    try_client("tcp://$target");
}
?>
--EXPECT--
server tcp://::1:80: false, 0, Failed to parse address "::1:80": an IPv6 address goes in square brackets
server udp://::1:80: false, 0, Failed to parse address "::1:80": an IPv6 address goes in square brackets
client tcp://::1:80: false, 0, Failed to parse address "::1:80": an IPv6 address goes in square brackets
server tcp://2001:db8::1:80: false, 0, Failed to parse address "2001:db8::1:80": an IPv6 address goes in square brackets
server udp://2001:db8::1:80: false, 0, Failed to parse address "2001:db8::1:80": an IPv6 address goes in square brackets
client tcp://2001:db8::1:80: false, 0, Failed to parse address "2001:db8::1:80": an IPv6 address goes in square brackets
server tcp://fe80::1%lo:80: false, 0, Failed to parse address "fe80::1%lo:80": an IPv6 address goes in square brackets
server udp://fe80::1%lo:80: false, 0, Failed to parse address "fe80::1%lo:80": an IPv6 address goes in square brackets
client tcp://fe80::1%lo:80: false, 0, Failed to parse address "fe80::1%lo:80": an IPv6 address goes in square brackets
server tcp://::1]:80: false, 0, Failed to parse address "::1]:80": an IPv6 address goes in square brackets
server udp://::1]:80: false, 0, Failed to parse address "::1]:80": an IPv6 address goes in square brackets
client tcp://::1]:80: false, 0, Failed to parse address "::1]:80": an IPv6 address goes in square brackets
server tcp://:::: false, 0, Failed to parse address ":::": an IPv6 address goes in square brackets
server udp://:::: false, 0, Failed to parse address ":::": an IPv6 address goes in square brackets
client tcp://:::: false, 0, Failed to parse address ":::": an IPv6 address goes in square brackets
server tcp://::1:80:3306: false, 0, Failed to parse address "::1:80:3306": an IPv6 address goes in square brackets
server udp://::1:80:3306: false, 0, Failed to parse address "::1:80:3306": an IPv6 address goes in square brackets
client tcp://::1:80:3306: false, 0, Failed to parse address "::1:80:3306": an IPv6 address goes in square brackets
server tcp://2001:1::1:80: false, 0, Failed to parse address "2001:1::1:80": an IPv6 address goes in square brackets
server udp://2001:1::1:80: false, 0, Failed to parse address "2001:1::1:80": an IPv6 address goes in square brackets
client tcp://2001:1::1:80: false, 0, Failed to parse address "2001:1::1:80": an IPv6 address goes in square brackets
server tcp://1:2:3:4:5:6:7:8:80: false, 0, Failed to parse address "1:2:3:4:5:6:7:8:80": an IPv6 address goes in square brackets
server udp://1:2:3:4:5:6:7:8:80: false, 0, Failed to parse address "1:2:3:4:5:6:7:8:80": an IPv6 address goes in square brackets
client tcp://1:2:3:4:5:6:7:8:80: false, 0, Failed to parse address "1:2:3:4:5:6:7:8:80": an IPv6 address goes in square brackets
