--TEST--
cloexec: both ends of a stream_socket_pair() are closed on exec
--SKIPIF--
<?php if (!is_dir('/proc/self/fdinfo')) die('skip no /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
foreach ($pair as $end) var_dump(is_close_on_exec(descriptor_of($end)));
var_dump(fwrite($pair[0], "works\n"), fgets($pair[1]));
var_dump(@stream_socket_pair(-1, 1, 0));
?>
--EXPECT--
bool(true)
bool(true)
int(6)
string(6) "works
"
bool(false)
