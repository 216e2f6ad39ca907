--TEST--
pcntl_unshare() of what only a process of one thread may leave works after a look-up
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php
if (!function_exists('pcntl_unshare')) die('skip needs pcntl_unshare()');
exec('unshare --user true 2>&1', $output, $failed);
if ($failed) die('skip user name spaces are not allowed here');
?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
$server = stream_socket_server('tcp://localhost:0');
$port = substr(strrchr(stream_socket_get_name($server, false), ':'), 1);
await_threads(1);
var_dump(pcntl_unshare(CLONE_NEWUSER));
var_dump(is_resource(stream_socket_client("tcp://localhost:$port", $code, $text, 20))); // and look-ups go on
?>
--EXPECT--
bool(true)
bool(true)
