--TEST--
select: parent and child select the same streams; neither disturbs the other
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_file('/proc/self/cmdline')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$tcp_peer, $tcp, $server] = connect_pair();
[$pair, $pair_peer] = unix_pair();
[$read, $write] = pipe_pair();
$all = ['tcp' => $tcp, 'pair' => $pair, 'pipe' => $read, 'server' => $server];
echo select_line($all, null, $all), "\n"; // known to the parent's loop
$us = getmypid();
for ($round = 0; $round < 3; ++$round) {
    // The child selects other sets of them, closes some, and ends while the parent waits
    $child = in_child(function () use ($all, $tcp, $pair, $us, $round) {
        echo 'child ', select_line($all, ['tcp' => $tcp, 'pair' => $pair]), "\n";
        echo 'child ', select_line(null, ['pair' => $pair], $all), "\n";
        fclose($tcp);
        if ($round === 1) fclose($pair);
        [$new, $peer] = unix_pair();
        unset($all['tcp'], $all['pair']);
        echo 'child ', select_line($all + ['new' => $new], null, $all, 0, 20_000), "\n";
        fwrite($peer, 'x');
        echo 'child ', select_line($all + ['new' => $new], null, $all, null), "\n";
        await_sleep($us);
        if ($round === 2) vanish();
    });
    $writer = in_child(function () use ($child, $us, $tcp_peer, $pair_peer, $write, $server, $round) {
        while (@file_get_contents("/proc/$child/cmdline") > '') usleep(1000); // until it has ended
        await_sleep($us);
        match ($round) {
            0 => fwrite($tcp_peer, 'x'),
            1 => fwrite($pair_peer, 'x'),
            2 => fwrite($write, 'x'),
        };
    });
    echo select_line($all, null, $all, null), "\n";
    ended($child);
    ended($writer);
    foreach ([$tcp, $pair, $read] as $i => $stream) if ($i === $round) fread($stream, 1);
    echo select_line($all, ['tcp' => $tcp, 'pair' => $pair]), "\n";
}
// Both wait at once: both are told
$child = in_child(function () use ($pair) {
    $ready = select_line(['pair' => $pair], null, null, null);
    if ($ready !== '1: ["pair"] null null') echo "child: $ready\n";
});
await_sleep($child);
$second = in_child(function () use ($us, $child, $pair_peer) {
    await_sleep($us);
    fwrite($pair_peer, 'x');
});
echo 'parent ', select_line(['pair' => $pair, 'tcp' => $tcp], null, null, null), "\n";
var_dump(ended($child));
ended($second);
fread($pair, 1);
echo select_line($all), "\n";
?>
--EXPECT--
0: [] null []
child 2: [] ["tcp","pair"] null
child 1: null ["pair"] []
child 0: [] null []
child 1: ["new"] null []
1: ["tcp"] null []
2: [] ["tcp","pair"] null
child 2: [] ["tcp","pair"] null
child 1: null ["pair"] []
child 0: [] null []
child 1: ["new"] null []
1: ["pair"] null []
2: [] ["tcp","pair"] null
child 2: [] ["tcp","pair"] null
child 1: null ["pair"] []
child 0: [] null []
child 1: ["new"] null []
1: ["pipe"] null []
2: [] ["tcp","pair"] null
parent 1: ["pair"] null null
int(0)
0: [] null null
