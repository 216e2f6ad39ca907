--TEST--
stream_get_meta_data(): the label of tcp streams where openssl is not loaded
--SKIPIF--
<?php if (extension_loaded('openssl')) die('skip openssl is loaded'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$client, $conn, $server] = connect_pair();
foreach ([$client, $conn, $server] as $stream) var_dump(stream_get_meta_data($stream)['stream_type']);
?>
--EXPECT--
string(10) "tcp_socket"
string(10) "tcp_socket"
string(10) "tcp_socket"
