--TEST--
TLS: connecting where nobody listens: errno, errstr and the warning
--EXTENSIONS--
openssl
sockets
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
$port = closed_port();
var_dump(tls_client("ssl://127.0.0.1:$port"));
var_dump(@stream_socket_client("tls://127.0.0.1:$port", $errno, $errstr, 20), $errno === SOCKET_ECONNREFUSED, $errstr);
var_dump(@fsockopen('tlsv1.2://127.0.0.1', $port, $errno, $errstr, 20), $errno === SOCKET_ECONNREFUSED, $errstr);
?>
--EXPECTF--
Warning: stream_socket_client(): Unable to connect to ssl://127.0.0.1:%d (Connection refused)
bool(false)
bool(false)
bool(true)
string(18) "Connection refused"
bool(false)
bool(true)
string(18) "Connection refused"
