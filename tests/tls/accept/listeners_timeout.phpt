--TEST--
TLS: the listener's own timeout ends a handshake before accept's does, which may be negative
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$server, , $tcp] = tls_server();
stream_set_timeout($server, 0, 100_000);
foreach ([null, 50, -1] as $timeout) {
    $silent = stream_socket_client($tcp);
    var_dump(timed(fn () => stream_socket_accept($server, $timeout), 0.099));
}
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
