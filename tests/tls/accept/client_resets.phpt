--TEST--
TLS: accept: a client that resets the connection within the handshake
--EXTENSIONS--
openssl
pcntl
posix
sockets
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
$client = stream_socket_client($tcp);
$child = in_child(function () use ($client) {
    $socket = socket_import_stream($client);
    socket_set_option($socket, SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
    await_sleep(posix_getppid());
    vanish();
});
fclose($client);
show_tls_errors();
var_dump(stream_socket_accept($server, 20));
ended($child);
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: SSL: Connection reset by peer
bool(false)
