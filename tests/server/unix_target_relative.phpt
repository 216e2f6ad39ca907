--TEST--
unix-target: a relative path is taken from the working directory
--EXTENSIONS--
sockets
--SKIPIF--
<?php
if (PHP_ZTS) die('skip chdir() moves a thread, and the path is the process\'s, as in stock');
?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
$path = temp_path('relative');
chdir(sys_get_temp_dir());
$server = stream_socket_server('unix://' . basename($path));
var_dump(filetype($path), stream_socket_get_name($server, false) === basename($path));
?>
--EXPECT--
string(6) "socket"
bool(true)
