--TEST--
select: a wait for urgent data alone is not ended by data, by room to write, or by the peer's end
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$b, $a] = connect_pair();
[$d, $c] = connect_pair();
$us = getmypid();
$child = in_child(function () use ($us, $b, $c, $d) {
    await_sleep($us);
    fwrite($b, 'data');
    await_sleep($us);
    stream_socket_shutdown($d, STREAM_SHUT_WR);
    await_sleep($us);
    stream_socket_sendto($b, '!', STREAM_OOB);
});
echo select_line(null, null, ['a' => $a, 'c' => $c], null), "\n";
var_dump(stream_socket_recvfrom($a, 1, STREAM_OOB), fread($a, 10));
ended($child);
?>
--EXPECT--
1: null null ["a"]
string(1) "!"
string(4) "data"
