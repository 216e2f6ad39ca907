--TEST--
TLS: accept: a client that sends byte by byte does not start the timeout anew
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
$hello = client_hello();
$child = in_child(function () use ($tcp, $hello) {
    $client = stream_socket_client($tcp);
    foreach (str_split($hello) as $byte) { // the first wait for each byte begins anew
        @fwrite($client, $byte);
        usleep(20_000);
    }
});
show_tls_errors();
var_dump(timed(fn () => stream_socket_accept($server, 0.3), 0.299));
stop($child);
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
