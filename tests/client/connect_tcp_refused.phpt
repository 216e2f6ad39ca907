--TEST--
stream_socket_client(), fsockopen(): a closed tcp port is ECONNREFUSED
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
$port = closed_port();
function show($result, $errno, $errstr)
{
    var_dump($result, $errno === SOCKET_ECONNREFUSED, $errstr);
}
ob_start(fn($text) => str_replace($port, 'PORT', $text));
show(stream_socket_client("tcp://127.0.0.1:$port", $errno, $errstr, 10), $errno, $errstr);
show(stream_socket_client("127.0.0.1:$port", $errno, $errstr, 10), $errno, $errstr);
show(fsockopen('127.0.0.1', $port, $errno, $errstr, 10), $errno, $errstr);
show(fsockopen("tcp://127.0.0.1:$port", -1, $errno, $errstr, 10), $errno, $errstr);
show(pfsockopen('127.0.0.1', $port, $errno, $errstr, 10), $errno, $errstr);
?>
--EXPECT--
Warning: stream_socket_client(): Unable to connect to tcp://127.0.0.1:PORT (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
Warning: stream_socket_client(): Unable to connect to 127.0.0.1:PORT (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
Warning: fsockopen(): Unable to connect to 127.0.0.1:PORT (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
Warning: fsockopen(): Unable to connect to tcp://127.0.0.1:PORT:-1 (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
Warning: pfsockopen(): Unable to connect to 127.0.0.1:PORT (Connection refused)
bool(false)
bool(true)
string(18) "Connection refused"
