--TEST--
TLS: a fatal error in an error handler within a failing handshake; a shutdown function uses the stream
--EXTENSIONS--
openssl
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = stream_socket_client($tcp);
fwrite($client, "GET / HTTP/1.0\r\n\r\n");
$connection = stream_socket_accept($server, 20);
register_shutdown_function(function () use ($connection, $client) {
    restore_error_handler();
    var_dump(@fread($connection, 10), feof($connection), @fwrite($connection, 'x'), fclose($connection));
    stream_set_timeout($client, 20);
    stream_get_contents($client);
    var_dump(feof($client));
});
set_error_handler(function ($level, $text) { @trigger_error('fatal', E_USER_ERROR); return false; });
fread($connection, 10);
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
bool(false)
bool(true)
bool(false)
bool(true)
bool(true)
