--TEST--
error-exact: a name whose addresses are all taken gives bind's own error
--EXTENSIONS--
sockets
--FILE--
<?php
// localhost may be 127.0.0.1, ::1 or both: every one of them is taken.
do {
    $v4 = stream_socket_server('tcp://127.0.0.1:0');
    $port = substr(strrchr(stream_socket_get_name($v4, false), ':'), 1);
    $v6 = @stream_socket_server("tcp://[::1]:$port", $errno);
} while (!$v6 && $errno === SOCKET_EADDRINUSE);
var_dump(@stream_socket_server("tcp://localhost:$port", $errno, $errstr));
var_dump($errno === SOCKET_EADDRINUSE, $errstr);
?>
--EXPECT--
bool(false)
bool(true)
string(22) "Address already in use"
