--TEST--
TLS: an error handler that closes the listener whose accept's handshake fails
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach (["GET / HTTP/1.0\r\n\r\n", ''] as $words) {
    [$server, , $tcp] = tls_server();
    $client = stream_socket_client($tcp);
    fwrite($client, $words);
    $closed = 0;
    set_error_handler(function ($level, $text) use ($server, &$closed) {
        // (How many more there are, and of what, differs between versions.)
        if (!$closed++) echo preg_replace('/(code 1).*/s', '$1', $text), ': ', json_encode(fclose($server)), "\n";
    });
    var_dump(stream_socket_accept($server, 0.3), is_resource($server));
    restore_error_handler();
    var_dump(@stream_socket_client($tcp));
}
?>
--EXPECT--
stream_socket_accept(): Accept failed: SSL operation failed with code 1: true
bool(false)
bool(false)
bool(false)
stream_socket_accept(): Accept failed: SSL: Handshake timed out: true
bool(false)
bool(false)
bool(false)
