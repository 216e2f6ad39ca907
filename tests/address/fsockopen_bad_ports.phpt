--TEST--
fsockopen(): hosts and ports that make no address
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
var_dump(fsockopen('127.0.0.1', 65536, $errno, $errstr, 5), $errno);
var_dump(fsockopen('127.0.0.1:abc', -1, $errno, $errstr, 5), $errno);
var_dump(fsockopen('', 80, $errno, $errstr, 5), $errno);
var_dump(fsockopen('127.0.0.1', 0, $errno, $errstr, 5), $errno);
?>
--EXPECTF--
Warning: fsockopen(): Unable to connect to 127.0.0.1:65536 (Failed to parse address "127.0.0.1:65536"%S)
bool(false)
int(0)
Warning: fsockopen(): Unable to connect to 127.0.0.1:abc%S (Failed to parse address "127.0.0.1:abc%S"%S)
bool(false)
int(0)
Warning: fsockopen(): php_network_getaddresses: getaddrinfo for  failed: %s
Warning: fsockopen(): Unable to connect to :80 (php_network_getaddresses: getaddrinfo for  failed: %s)
bool(false)
int(0)
Warning: fsockopen(): Unable to connect to 127.0.0.1:0 (%s)
bool(false)
int(0)
