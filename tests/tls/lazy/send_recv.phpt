--TEST--
TLS: handshake=lazy: nothing passes the socket in plain before the handshake
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = stream_socket_client($tcp);
$connection = stream_socket_accept($server, 20);
fwrite($client, 'plain');
show_tls_errors();
var_dump(stream_socket_sendto($connection, 'plain'), stream_socket_sendto($connection, 'o', STREAM_OOB));
var_dump(stream_socket_recvfrom($connection, 100), stream_socket_recvfrom($connection, 100, STREAM_PEEK));
fclose($connection);
stream_set_timeout($client, 20);
var_dump(@stream_get_contents($client));
?>
--EXPECT--
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
int(-1)
int(-1)
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
bool(false)
bool(false)
string(0) ""
