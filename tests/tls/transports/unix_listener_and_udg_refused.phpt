--TEST--
TLS on a unix:// listener or a udg:// socket is refused
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$path = temp_path('tls-unix');
show_tls_errors();
$server = stream_socket_server("unix://$path", $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, tls_server_context());
var_dump(stream_socket_enable_crypto($server, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
$client = stream_socket_client("unix://$path"); // it goes on listening
var_dump(is_resource($ours = stream_socket_accept($server, 20)), @stream_socket_get_crypto_status($server));
$datagrams = stream_socket_server('udg://' . temp_path('tls-udg'), $errno, $errstr, STREAM_SERVER_BIND, tls_server_context());
var_dump(stream_socket_enable_crypto($datagrams, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
[$one, $two] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_DGRAM, 0);
var_dump(stream_socket_enable_crypto($one, true, STREAM_CRYPTO_METHOD_TLS_CLIENT), fwrite($one, 'still plain'), fread($two, 100));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): This stream does not support SSL/crypto
bool(false)
bool(true)
int(0)
Warning: stream_socket_enable_crypto(): This stream does not support SSL/crypto
bool(false)
Warning: stream_socket_enable_crypto(): This stream does not support SSL/crypto
bool(false)
int(11)
string(11) "still plain"
