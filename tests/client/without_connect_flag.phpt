--TEST--
stream_socket_client(): flags without STREAM_CLIENT_CONNECT make a stream that is not connected
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$server, $to] = listen_on();
$client = stream_socket_client($to, $errno, $errstr, 10, 0);
var_dump(is_resource($client), $errno, $errstr);
var_dump(stream_socket_get_name($client, false), stream_socket_get_name($client, true));
var_dump(fwrite($client, 'x'), fread($client, 1), feof($client));
var_dump(stream_socket_shutdown($client, STREAM_SHUT_RDWR));
var_dump(stream_set_blocking($client, false), stream_set_timeout($client, 1));
var_dump(stream_get_meta_data($client)['blocked']);
var_dump(stream_socket_recvfrom($client, 10));
var_dump(fclose($client));
?>
--EXPECT--
bool(true)
int(0)
string(0) ""
bool(false)
bool(false)
int(0)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(false)
bool(true)
