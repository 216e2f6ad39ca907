--TEST--
TLS: handshake=lazy: a first write whose handshake fails
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
show_tls_errors(true);
$client = stream_socket_client($tcp);
fwrite($client, "GET / HTTP/1.0\r\n\r\n");
$connection = stream_socket_accept($server, 20);
var_dump(fwrite($connection, 'secret'), feof($connection), fwrite($connection, 'secret'), fgets($connection));
stream_set_blocking($connection, false);
var_dump(fwrite($connection, 'secret'), fgets($connection));
fclose($connection);
stream_set_timeout($client, 20);
var_dump(strpos(stream_get_contents($client), 'secret'));
?>
--EXPECTF--
Warning: fwrite(): SSL operation failed with code 1. OpenSSL Error messages: http request
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
