--TEST--
TLS: accept: a client that stops in the middle of its first message costs the timeout
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$hello = client_hello();
foreach ([1, 5, intdiv(strlen($hello), 2), strlen($hello) - 1] as $size) {
    [$server, , $tcp] = tls_server();
    $client = stream_socket_client($tcp);
    fwrite($client, substr($hello, 0, $size));
    set_error_handler(function ($level, $text) { echo "$text\n"; });
    var_dump(timed(fn () => stream_socket_accept($server, 0.2), 0.199));
    restore_error_handler();
}
?>
--EXPECT--
stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
