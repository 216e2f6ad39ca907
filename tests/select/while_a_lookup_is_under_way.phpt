--TEST--
select: while a name is looked up that nobody waits for any more
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
require __DIR__ . '/../inc/private_network.inc';
enter_private_network();
$names = serve_names();
[$tcp_peer, $tcp, $server] = connect_pair();
[$pair, $pair_peer] = unix_pair();
[$read, $write] = pipe_pair();
$all = ['tcp' => $tcp, 'server' => $server, 'pair' => $pair, 'pipe' => $read, 'file' => fopen(__FILE__, 'r')];
abandon_lookup();
echo select_line($all, ['tcp' => $tcp, 'pair' => $pair], $all), "\n";
unset($all['file']);
echo select_line($all), ' ', select_line($all, null, $all, 0, 20_000), "\n";
$us = getmypid();
foreach ([$tcp_peer, $pair_peer, $write] as $peer) {
    $child = in_child(function () use ($us, $peer) {
        await_sleep($us);
        fwrite($peer, 'x');
    });
    echo select_line($all, null, $all, null), "\n";
    ended($child);
    foreach ([$tcp, $pair, $read] as $i => $stream) if ($peer === [$tcp_peer, $pair_peer, $write][$i]) fread($stream, 1);
}
pcntl_signal(SIGUSR1, fn () => print("handled\n"));
$child = signal_in_wait(SIGUSR1);
echo @select_line($all, null, $all, 20), "\n";
pcntl_signal_dispatch();
ended($child);
fclose($tcp_peer);
echo select_line($all, ['tcp' => $tcp], null, 20), "\n";
stop($names);
?>
--EXPECT--
3: ["file"] ["tcp","pair"] []
0: [] null null 0: [] null []
1: ["tcp"] null []
1: ["pair"] null []
1: ["pipe"] null []
false: ["tcp","server","pair","pipe"] null ["tcp","server","pair","pipe"]
handled
2: ["tcp"] ["tcp"] null
