--TEST--
Every descriptor is close-on-exec: listener, accepted connection, client, udp, unix, udg
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
foreach (['tcp://127.0.0.1:0', 'unix://' . temp_path('cloexec')] as $address) {
    [$server, $fd] = with_descriptor(fn () => stream_socket_server($address));
    echo 'listener ', json_encode(is_close_on_exec($fd));
    $name = strstr($address, ':', true) . '://' . stream_socket_get_name($server, false);
    [$client, $fd] = with_descriptor(fn () => stream_socket_client($name));
    echo ', client ', json_encode(is_close_on_exec($fd));
    [$accepted, $fd] = with_descriptor(fn () => stream_socket_accept($server, 10));
    echo ', accepted ', json_encode(is_close_on_exec($fd)), "\n";
    [$client, $fd] = with_descriptor(fn () => stream_socket_client($name, $errno, $errstr, 10, STREAM_CLIENT_ASYNC_CONNECT));
    echo 'asynchronous client ', json_encode(is_close_on_exec($fd)), "\n";
}
foreach (['udp://127.0.0.1:0', 'udg://' . temp_path('cloexec-udg')] as $address) {
    [$server, $fd] = with_descriptor(fn () => stream_socket_server($address, $errno, $errstr, STREAM_SERVER_BIND));
    echo 'datagram server ', json_encode(is_close_on_exec($fd));
    $name = strstr($address, ':', true) . '://' . stream_socket_get_name($server, false);
    [$client, $fd] = with_descriptor(fn () => stream_socket_client($name));
    echo ', client ', json_encode(is_close_on_exec($fd)), "\n";
}
?>
--EXPECT--
listener true, client true, accepted true
asynchronous client true
listener true, client true, accepted true
asynchronous client true
datagram server true, client true
datagram server true, client true
