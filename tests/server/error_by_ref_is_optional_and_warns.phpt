--TEST--
error-by-ref: both arguments are optional and by reference; a warning is raised as well
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$taken, $name] = listen_on();
show_errors();
ob_start(fn ($text) => str_replace($name, 'NAME', $text));
var_dump(stream_socket_server($name));
var_dump(stream_socket_server($name, $errno), $errno === SOCKET_EADDRINUSE);
var_dump(stream_socket_server($name, error_message: $text), $text);
// Old values are overwritten, on success too.
$errno = [];
$text = new stdClass();
$server = stream_socket_server('tcp://127.0.0.1:0', $errno, $text);
var_dump($errno, $text);
$array = ['n' => 'old'];
stream_socket_server($name, $array['n'], $array['new']);
var_dump($array['n'] === SOCKET_EADDRINUSE, $array['new']);
?>
--EXPECT--
Warning: stream_socket_server(): Unable to connect to NAME (Address already in use)
bool(false)
Warning: stream_socket_server(): Unable to connect to NAME (Address already in use)
bool(false)
bool(true)
Warning: stream_socket_server(): Unable to connect to NAME (Address already in use)
bool(false)
string(22) "Address already in use"
int(0)
string(0) ""
Warning: stream_socket_server(): Unable to connect to NAME (Address already in use)
bool(true)
string(22) "Address already in use"
