--TEST--
stream_socket_client(): asynchronous connect that is refused: writable, no peer name, SO_ERROR tells
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_send_errors();
$uri = 'tcp://127.0.0.1:' . closed_port();
$client = stream_socket_client($uri, $errno, $errstr, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
var_dump(is_resource($client), $errno, $errstr);
stream_set_blocking($client, false);
$r = $e = null;
$w = [$client];
var_dump(stream_select($r, $w, $e, 10));
var_dump(stream_socket_get_name($client, true));
var_dump(socket_get_option(socket_import_stream($client), SOL_SOCKET, SO_ERROR) === SOCKET_ECONNREFUSED);
fclose($client);

// The other way to learn why: a write
$client = stream_socket_client($uri, $errno, $errstr, 0, STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT);
stream_set_blocking($client, false);
$w = [$client];
stream_select($r, $w, $e, 10);
var_dump(fwrite($client, 'x'));
var_dump(fread($client, 10), feof($client));

// A path fails at once
var_dump(@stream_socket_client('unix://' . temp_path('none'), $errno, $errstr, 0,
    STREAM_CLIENT_CONNECT | STREAM_CLIENT_ASYNC_CONNECT), $errno === SOCKET_ENOENT, $errstr);
?>
--EXPECT--
bool(true)
int(0)
string(0) ""
int(1)
bool(false)
bool(true)
fwrite(): Send of 1 bytes failed with errno=111 Connection refused
bool(false)
string(0) ""
bool(true)
bool(false)
bool(true)
string(25) "No such file or directory"
