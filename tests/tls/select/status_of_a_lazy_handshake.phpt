--TEST--
TLS: stream_socket_get_crypto_status(): NONE before a lazy handshake, WANT_READ within it
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
var_dump(stream_socket_get_crypto_status($connection));
stream_set_blocking($connection, false);
var_dump(fread($connection, 10), stream_socket_get_crypto_status($connection));
var_dump(fwrite($connection, 'x'), stream_socket_get_crypto_status($connection));
?>
--EXPECT--
int(0)
string(0) ""
int(1)
int(0)
int(1)
