--TEST--
stream_get_contents of a php://fd stream of a listener: at its end, as in stock
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
[$server, $fd] = with_descriptor(fn () => stream_socket_server('tcp://127.0.0.1:0'));
$copy = fopen("php://fd/$fd", 'r+');
stream_set_timeout($copy, 20);
var_dump(@stream_socket_accept($copy, 0), stream_get_contents($copy, 5), feof($copy), stream_get_meta_data($copy)['timed_out']);
?>
--EXPECT--
bool(false)
string(0) ""
bool(true)
bool(false)
