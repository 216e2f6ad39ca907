--TEST--
numbers in a form that only the C library reads are no names: no thread and no loop for them
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/descriptors.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
$before = count_descriptors();
foreach (['127.1', '0x7f.1', '2130706433', '0177.0.0.1'] as $host) {
    $all[] = stream_socket_server("tcp://$host:0");
    $all[] = $client = stream_socket_client("tcp://$host:$port", $code, $text, 20);
    var_dump(stream_socket_get_name($client, true) === "127.0.0.1:$port");
}
var_dump(count_descriptors() - $before);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
int(8)
