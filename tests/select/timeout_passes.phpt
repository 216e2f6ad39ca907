--TEST--
select: after a timeout the sets are empty; a wait never ends early
--FILE--
<?php
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/sockets.inc';
[$a, $b, $server] = connect_pair();
[$p, $q] = unix_pair();
foreach ([[0, 0], [0, null], [0, 1], [0, 50_000], [0, 1_020_000], [1, 20_000], [1, null]] as [$seconds, $microseconds]) {
    $start = hrtime(true);
    echo select_line(['a' => $a, 'p' => $p, 's' => $server], [], [$a, $b], $seconds, $microseconds);
    echo (hrtime(true) - $start) / 1e3 < $seconds * 1e6 + $microseconds ? " early\n" : "\n";
}
echo select_line(null, null, ['a' => $a], 0, 10_000), "\n";
?>
--EXPECT--
0: [] [] []
0: [] [] []
0: [] [] []
0: [] [] []
0: [] [] []
0: [] [] []
0: [] [] []
0: null null []
