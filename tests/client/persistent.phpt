--TEST--
stream_socket_client(), pfsockopen(): a persistent stream is the same one again, by its URI text
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$port = (int) substr(strrchr($to, ':'), 1);
$flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT;
$a = stream_socket_client($to, $errno, $errstr, 10, $flags);
$conn = stream_socket_accept($server, 10);
$b = stream_socket_client($to, $errno, $errstr, 10, $flags);
var_dump(get_resource_type($a), (int) $a === (int) $b);
var_dump(@stream_socket_accept($server, 0));
$c = stream_socket_client("$to/other", $errno, $errstr, 10, $flags);
$other = stream_socket_accept($server, 10);
var_dump((int) $a === (int) $c);
fwrite($b, "one\n");
fwrite($c, "two\n");
var_dump(fgets($conn), fgets($other));

$a = pfsockopen('127.0.0.1', $port, $errno, $errstr, 10);
$conn = stream_socket_accept($server, 10);
var_dump(get_resource_type($a), (int) pfsockopen('127.0.0.1', $port) === (int) $a);
// Data that has come does not make it dead; it is still there for the next user.
fwrite($conn, "kept\n");
wait_readable($a);
$b = pfsockopen('127.0.0.1', $port);
var_dump((int) $a === (int) $b, fgets($b));
?>
--EXPECT--
string(17) "persistent stream"
bool(true)
bool(false)
bool(false)
string(4) "one
"
string(4) "two
"
string(17) "persistent stream"
bool(true)
bool(true)
string(5) "kept
"
