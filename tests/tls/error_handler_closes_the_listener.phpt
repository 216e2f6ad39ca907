--TEST--
TLS: an error handler that closes the listener whose accept's handshake fails
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/tls.inc';
foreach (["GET / HTTP/1.0\r\n\r\n", ''] as $words) {
    [$server, , $tcp] = tls_server();
    $client = stream_socket_client($tcp);
    fwrite($client, $words);
    set_error_handler(function ($level, $text) use (&$server) {
        echo preg_replace('/(code 1).*/s', '$1', $text), ': ', is_resource($server) ? json_encode(fclose($server)) : 'closed', "\n";
    });
    var_dump(stream_socket_accept($server, 0.3), is_resource($server));
    restore_error_handler();
    var_dump(@stream_socket_client($tcp));
}
?>
--EXPECT--
stream_socket_accept(): SSL operation failed with code 1: true
stream_socket_accept(): Accept failed: Operation canceled: true
bool(false)
bool(false)
bool(false)
stream_socket_accept(): SSL: Handshake timed out: true
stream_socket_accept(): Failed to enable crypto: closed
stream_socket_accept(): Accept failed: SSL: Handshake timed out: closed
bool(false)
bool(false)
bool(false)
