--TEST--
TLS: connect to a server that speaks plain text, or closes: $error_message
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'ssl://' . stream_socket_get_name($server, false);
$child = in_child(function () use ($server) {
    $connection = stream_socket_accept($server, 20);
    fread($connection, 5);
    fwrite($connection, "220 ready\r\n");
    fread($connection, 10000);
    $second = stream_socket_accept($server, 20);
    stream_socket_shutdown($second, STREAM_SHUT_WR);
    while (!feof($second)) fread($second, 10000);
});
foreach ([1, 2] as $i) {
    var_dump(@stream_socket_client($to, $errno, $errstr, 20), $errno, str_replace("\n", ' ', $errstr));
}
stop($child);
?>
--EXPECTF--
bool(false)
int(0)
string(%d) "SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:wrong version number"
bool(false)
int(0)
string(51) "The peer closed the connection within the handshake"
