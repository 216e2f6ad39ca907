--TEST--
a name that does not exist: stock's warnings, error code 0
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
enter_private_network();
$names = serve_names();
var_dump(stream_socket_client('tcp://gone.test.:80', $code, $text, 5), $code, $text);
var_dump(stream_socket_server('tcp://gone.test.:80', $code, $text), $code, $text);
var_dump(fsockopen('gone.test.', 80, $code, $text, 5), $code, $text);
stop($names);
?>
--EXPECTF--

Warning: stream_socket_client(): php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known in %s on line %d

Warning: stream_socket_client(): Unable to connect to tcp://gone.test.:80 (php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known) in %s on line %d
bool(false)
int(0)
string(%d) "php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known"

Warning: stream_socket_server(): php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known in %s on line %d

Warning: stream_socket_server(): Unable to connect to tcp://gone.test.:80 (php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known) in %s on line %d
bool(false)
int(0)
string(%d) "php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known"

Warning: fsockopen(): php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known in %s on line %d

Warning: fsockopen(): Unable to connect to gone.test.:80 (php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known) in %s on line %d
bool(false)
int(0)
string(%d) "php_network_getaddresses: getaddrinfo for gone.test. failed: Name or service not known"
