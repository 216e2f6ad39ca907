--TEST--
Numeric addresses never touch the resolver: no thread and no descriptor for it
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$descriptors = count_descriptors();
$threads = count(scandir('/proc/self/task'));
$server = stream_socket_server('tcp://127.0.0.1:0');
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND);
$v6 = @stream_socket_server('tcp://[::1]:0');
if ($v6) fclose($v6);
var_dump(count_descriptors() - $descriptors, count(scandir('/proc/self/task')) - $threads);
?>
--EXPECT--
int(3)
int(0)
