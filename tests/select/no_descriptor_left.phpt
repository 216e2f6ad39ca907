--TEST--
select: the first call works when no descriptor is free, and so do those in a child
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/descriptors.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a_peer, $a, $server] = connect_pair();
[$b, $b_peer] = unix_pair();
$client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
pcntl_signal(SIGUSR1, fn () => null);
$us = getmypid();
$writer = in_child(function () use ($us, $b_peer) {
    await_sleep($us);
    fwrite($b_peer, 'x');
});
$limits = posix_getrlimit();
posix_setrlimit(POSIX_RLIMIT_NOFILE, max(array_keys(open_descriptors())) + 1, $limits['hard openfiles'] === 'unlimited' ? POSIX_RLIMIT_INFINITY
    : $limits['hard openfiles']);
while ($held = @fopen('/dev/null', 'r')) $hold[] = $held;
$all = ['a' => $a, 'b' => $b];
$looks = function () use ($a, $b, $a_peer, $b_peer, $all, $server) {
    echo select_line(['a' => $a], ['a' => $a], ['a' => $a]), "\n", select_line(['a' => $a], null, ['a' => $a], 0, 20_000), "\n";
    fwrite($a_peer, 'x');
    echo select_line($all + ['server' => $server], $all, $all, null), "\n";
    fread($a, 1);
};
echo select_line($all, null, null, null), "\n"; // waits for the child
ended($writer);
fread($b, 1);
$looks();
$child = in_child($looks);
var_dump(ended($child));
$looks();
posix_setrlimit(POSIX_RLIMIT_NOFILE, $limits['soft openfiles'] === 'unlimited' ? POSIX_RLIMIT_INFINITY : $limits['soft openfiles'],
    $limits['hard openfiles'] === 'unlimited' ? POSIX_RLIMIT_INFINITY : $limits['hard openfiles']);
$looks();
?>
--EXPECT--
1: ["b"] null null
1: [] ["a"] []
0: [] null []
4: ["a","server"] ["a","b"] []
1: [] ["a"] []
0: [] null []
4: ["a","server"] ["a","b"] []
int(0)
1: [] ["a"] []
0: [] null []
4: ["a","server"] ["a","b"] []
1: [] ["a"] []
0: [] null []
4: ["a","server"] ["a","b"] []
