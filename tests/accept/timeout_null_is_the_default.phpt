--TEST--
stream_socket_accept(): no timeout, or null, is default_socket_timeout, also on a non-blocking listener
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
show_errors();
[$server] = listen_on();
ini_set('default_socket_timeout', '1');
foreach ([[], [null]] as $arguments) {
    foreach ([true, false] as $blocking) {
        stream_set_blocking($server, $blocking);
        $began = hrtime(true);
        var_dump(stream_socket_accept($server, ...$arguments));
        $waited = (hrtime(true) - $began) / 1e9;
        var_dump($waited >= 0.99, $waited < 20);
    }
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
Warning: stream_socket_accept(): Accept failed: Connection timed out
bool(false)
bool(true)
bool(true)
