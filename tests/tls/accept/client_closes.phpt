--TEST--
TLS: accept: a client that closes without a word, or after half a word
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$hello = client_hello();
show_tls_errors();
foreach (['', substr($hello, 0, 100), $hello] as $words) {
    [$server, , $tcp] = tls_server();
    $client = stream_socket_client($tcp);
    fwrite($client, $words);
    stream_socket_shutdown($client, STREAM_SHUT_WR);
    var_dump(stream_socket_accept($server, 20));
}
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: The peer closed the connection within the handshake
bool(false)
Warning: stream_socket_accept(): Accept failed: The peer closed the connection within the handshake
bool(false)
Warning: stream_socket_accept(): Accept failed: The peer closed the connection within the handshake
bool(false)
