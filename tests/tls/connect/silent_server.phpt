--TEST--
TLS: connect to a server that says nothing: one timeout for connect and handshake, and ETIMEDOUT
--EXTENSIONS--
openssl
pcntl
posix
sockets
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'ssl://' . stream_socket_get_name($server, false);
show_tls_errors();
$before = count_descriptors();
var_dump(timed(function () use ($to, &$errno, &$errstr) { return stream_socket_client($to, $errno, $errstr, 0.3); }, 0.299));
var_dump($errno === SOCKET_ETIMEDOUT, $errstr);
[$host, $port] = explode(':', stream_socket_get_name($server, false));
var_dump(timed(function () use ($host, $port, &$errno, &$errstr) { return fsockopen("ssl://$host", $port, $errno, $errstr, 0.3); }, 0.299));
var_dump($errno === SOCKET_ETIMEDOUT, $errstr, count_descriptors() - $before);
?>
--EXPECTF--
Warning: stream_socket_client(): SSL: Handshake timed out
Warning: stream_socket_client(): Failed to enable crypto
Warning: stream_socket_client(): Unable to connect to ssl://127.0.0.1:%d (Connection timed out)
in time
bool(false)
bool(true)
string(20) "Connection timed out"
Warning: fsockopen(): SSL: Handshake timed out
Warning: fsockopen(): Failed to enable crypto
Warning: fsockopen(): Unable to connect to ssl://127.0.0.1:%d (Connection timed out)
in time
bool(false)
bool(true)
string(20) "Connection timed out"
int(0)
