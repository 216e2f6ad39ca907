--TEST--
stream_socket_accept(): out of descriptors is one warning a call, no spin, and over as soon as one is free
--EXTENSIONS--
posix
--SKIPIF--
<?php if (!function_exists('posix_setrlimit')) die('skip no posix_setrlimit'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$client = stream_socket_client($to);
fwrite($client, "patient\n");
@stream_socket_accept(stream_socket_server('tcp://127.0.0.1:0'), 0.01); // what waiting needs is there
posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, posix_getrlimit()['hard openfiles'] === 'unlimited' ? -1 : posix_getrlimit()['hard openfiles']);
show_errors();
$hoard = [];
while ($one = @fopen('/dev/null', 'r')) $hoard[] = $one;
$cpu = getrusage();
for ($i = 0; $i < 3; $i++) var_dump(stream_socket_accept($server, 1));
$used = getrusage();
$spent = $used['ru_utime.tv_sec'] - $cpu['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] - $cpu['ru_stime.tv_sec'];
var_dump($spent < 2);
array_pop($hoard);
var_dump(fgets(stream_socket_accept($server, 10)));
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Too many open files
bool(false)
Warning: stream_socket_accept(): Accept failed: Too many open files
bool(false)
Warning: stream_socket_accept(): Accept failed: Too many open files
bool(false)
bool(true)
string(8) "patient
"
