--TEST--
stream_socket_accept(): a fractional timeout waits that long, not less
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$server] = listen_on();
foreach ([0.15, 0.02, 1e-6] as $timeout) {
    $began = hrtime(true);
    var_dump(stream_socket_accept($server, $timeout));
    $waited = (hrtime(true) - $began) / 1e9;
    // (poll() of stock counts in whole milliseconds)
    var_dump($waited >= $timeout - 0.002, $waited < 20);
}
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
