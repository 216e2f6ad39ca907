--TEST--
accept on a listener that was shut down: "Invalid argument" at once, as in stock
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('shut-listener')] as $address) {
    [$server] = listen_on($address);
    stream_socket_shutdown($server, STREAM_SHUT_RDWR);
    var_dump(stream_socket_accept($server, 20));
}
?>
--EXPECTF--

Warning: stream_socket_accept(): Accept failed: Invalid argument in %s on line %d
bool(false)

Warning: stream_socket_accept(): Accept failed: Invalid argument in %s on line %d
bool(false)
