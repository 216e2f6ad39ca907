--TEST--
select: 3000 pairs of streams, most of them beyond descriptor 1024
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php $most = posix_getrlimit()['hard openfiles']; if ($most !== 'unlimited' && $most < 6100) die('skip needs 6100 descriptors'); ?>
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
$limits = posix_getrlimit();
$hard = $limits['hard openfiles'] === 'unlimited' ? POSIX_RLIMIT_INFINITY : $limits['hard openfiles'];
if ($limits['soft openfiles'] !== 'unlimited' && $limits['soft openfiles'] < 6100) posix_setrlimit(POSIX_RLIMIT_NOFILE, 6100, $hard);
for ($i = 0; $i < 3000; ++$i) [$near[$i], $far[$i]] = unix_pair();
[$tcp_peer, $tcp, $server] = connect_pair();
echo select_line($near + ['tcp' => $tcp, 'server' => $server], null, $near), "\n";
$r = $e = null;
$w = $near;
var_dump(stream_select($r, $w, $e, 0), $w === $near);
foreach ([0, 511, 1022, 2999] as $i) fwrite($far[$i], 'x');
fwrite($tcp_peer, 'x');
$late = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
wait_readable($server);
echo select_line($near + ['tcp' => $tcp, 'server' => $server], [2998 => $far[2998]]), "\n";
foreach ([0, 511, 1022, 2999] as $i) fread($near[$i], 1);
fread($tcp, 1);
// Waits, with a few and with all
$us = getmypid();
foreach ([[2500 => $near[2500], 3 => $near[3]], $near] as $set) {
    $child = in_child(function () use ($us, $far) {
        await_sleep($us);
        fwrite($far[2500], 'x');
    });
    echo select_line($set, null, null, null), "\n";
    ended($child);
    fread($near[2500], 1);
}
fclose($far[2000]);
echo select_line($near, null, $near), "\n";
// The text of a failure names the highest descriptor
pcntl_signal(SIGUSR1, fn () => null);
set_error_handler(fn ($level, $text) => print(preg_match('/\[4\]: .+ \(max_fd=(\d+)\)$/', $text, $found) && $found[1] > 5900 ? "named\n" : "$text\n"));
$child = signal_in_wait(SIGUSR1);
echo select_line([$near[1], $near[2999]], null, null, 20), "\n";
ended($child);
?>
--EXPECT--
0: [] null []
int(3000)
bool(true)
7: [0,511,1022,2999,"tcp","server"] [2998] null
1: [2500] null null
1: [2500] null null
1: [2000] null []
named
false: [0,1] null null
