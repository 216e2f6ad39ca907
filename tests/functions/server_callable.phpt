--TEST--
stream_socket_server(), stream_get_transports(): as callables of every kind
--FILE--
<?php
namespace Some\Space;

$first_class = stream_socket_server(...);
var_dump(is_resource($first_class('127.0.0.1:0', $code, $text)), $code);
var_dump(is_resource(\Closure::fromCallable('stream_socket_server')('127.0.0.1:0')));
var_dump(is_resource(\call_user_func('stream_socket_server', '127.0.0.1:0')));
$arguments = ['udp://127.0.0.1:0', &$code, &$text];
var_dump(@\call_user_func_array('stream_socket_server', $arguments), $code > 0, \strpos($text, 'STREAM_SERVER_BIND') > 0);
var_dump(is_resource((new \ReflectionFunction('stream_socket_server'))->invoke('127.0.0.1:0')));
var_dump(\count(\array_map('stream_socket_server', ['127.0.0.1:0', '127.0.0.1:0'])));
var_dump(stream_get_transports() === \stream_get_transports(), (stream_get_transports(...))()[0], \call_user_func('stream_get_transports')[1]);
$name = 'STREAM_SOCKET_SERVER';
var_dump(is_resource($name('127.0.0.1:0')), is_resource(\Stream_Socket_Server('127.0.0.1:0')));
?>
--EXPECT--
bool(true)
int(0)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(true)
int(2)
bool(true)
string(3) "tcp"
string(3) "udp"
bool(true)
bool(true)
