--TEST--
TLS: handshake=lazy: socket_import_stream() fails before the handshake, as it does on TLS
--EXTENSIONS--
openssl
pcntl
posix
sockets
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = stream_socket_client($tcp);
$connection = stream_socket_accept($server, 20);
show_tls_errors();
var_dump(socket_import_stream($connection));
?>
--EXPECT--
Warning: socket_import_stream(): Cannot represent a stream of type tcp_socket/ssl as a Socket Descriptor
bool(false)
