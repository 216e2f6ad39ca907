--TEST--
TLS: an asynchronous connect has its own timeout for the handshake, not the stream's
--EXTENSIONS--
openssl
pcntl
posix
--INI--
default_socket_timeout=3000
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$silent = stream_socket_server('tcp://127.0.0.1:0');
$to = 'ssl://' . stream_socket_get_name($silent, false);
var_dump(timed(fn () => @stream_socket_client($to, $errno, $errstr, 0.2, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT), 0.199));
?>
--EXPECT--
in time
bool(false)
