--TEST--
Abstract unix names may contain more NUL bytes, and are told apart by them
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip abstract names are Linux\'s'); ?>
--FILE--
<?php
$base = "\0uvs-inside-" . getmypid();
$one = stream_socket_server("unix://$base\0one");
$two = stream_socket_server("unix://$base\0two");
var_dump(@stream_socket_client("unix://$base"));
$client = stream_socket_client("unix://$base\0two");
fwrite(stream_socket_accept($two, 10), "two\n");
echo fgets($client);
?>
--EXPECT--
bool(false)
two
