--TEST--
php://fd: a duplicate of our socket's descriptor works beside it
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$client = stream_socket_client($to);
$conn = stream_socket_accept($server, 10);
$copy = copy_by_number($conn);
fwrite($client, "one\n");
var_dump(fgets($copy), fwrite($copy, "two\n"), fgets($client));
fclose($conn);
fwrite($client, "three\n");
var_dump(fgets($copy), feof($copy), feof($client));
fclose($copy);
wait_readable($client);
var_dump(feof($client));
// A listener's duplicate
$copy = copy_by_number($server);
var_dump(stream_socket_get_name($copy, false) === stream_socket_get_name($server, false));
$client = stream_socket_client($to);
var_dump(is_resource(stream_socket_accept($copy, 10)), @stream_socket_accept($server, 0));
?>
--EXPECT--
string(4) "one
"
int(4)
string(4) "two
"
string(6) "three
"
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
