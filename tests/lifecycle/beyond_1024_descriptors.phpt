--TEST--
accept, fread, fwrite and connect work with descriptors beyond 1024
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php $most = posix_getrlimit()['hard openfiles']; if ($most !== 'unlimited' && $most < 2000) die('skip needs 2000 descriptors'); ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 2000, $hard === 'unlimited' ? POSIX_RLIMIT_INFINITY : $hard);
for ($i = 0; $i < 1100; ++$i) $hold[] = fopen('/dev/null', 'r');
[$theirs, $ours, $server] = connect_pair();
$us = getmypid();
$child = in_child(function () use ($us, $theirs, $server) {
    await_sleep($us);
    fwrite($theirs, "a line\n");
    await_sleep($us);
    stream_socket_client('tcp://' . stream_socket_get_name($server, false));
});
var_dump(fgets($ours), is_resource(stream_socket_accept($server, 10)));
ended($child);
stream_set_timeout($ours, 0, 50_000);
var_dump(fgets($ours));
$socket = stream_socket_server('tcp://localhost:0'); // the loop's own descriptors
var_dump(is_resource($socket));
?>
--EXPECT--
string(7) "a line
"
bool(true)
bool(false)
bool(true)
