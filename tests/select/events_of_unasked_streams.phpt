--TEST--
select: what happens to a stream that is not in the sets ends no wait, and is told once it is asked for
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/processor_time.inc';
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a_peer, $a, $server] = connect_pair();
[$b_peer, $b] = connect_pair();
[$c, $c_peer] = unix_pair();
[$read, $write] = pipe_pair();
$all = ['a' => $a, 'b' => $b, 'c' => $c, 'pipe' => $read, 'server' => $server];
for ($round = 0; $round < 3; ++$round) {
    echo select_line($all, $round ? ['a' => $a, 'b' => $b, 'c' => $c] : null), "\n"; // all were asked for once
    // Events before the call
    fwrite($a_peer, 'x');
    fwrite($c_peer, 'x');
    fwrite($write, 'x');
    stream_socket_sendto($a_peer, '!', STREAM_OOB);
    $late = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    wait_readable($server);
    $before = processor_time();
    echo select_line(['b' => $b], null, ['b' => $b], 0, 500_000), "\n";
    if (processor_time() - $before > 0.25) echo "spins\n";
    // Events in the wait
    $us = getmypid();
    $child = in_child(function () use ($us, $a_peer, $c_peer, $write, $b_peer) {
        foreach ([$a_peer, $c_peer, $write, $b_peer] as $stream) {
            await_sleep($us);
            fwrite($stream, 'y');
        }
    });
    echo select_line(['b' => $b], null, null, null), ' ';
    ended($child);
    echo select_line($all), "\n";
    foreach ([$a, $b, $c, $read] as $stream) fread($stream, 10);
    fread($a, 10); // behind the urgent mark
    stream_socket_recvfrom($a, 1, STREAM_OOB);
    fclose(stream_socket_accept($server));
}
?>
--EXPECT--
0: [] null null
0: [] null []
1: ["b"] null null 5: ["a","b","c","pipe","server"] null null
3: [] ["a","b","c"] null
0: [] null []
1: ["b"] null null 5: ["a","b","c","pipe","server"] null null
3: [] ["a","b","c"] null
0: [] null []
1: ["b"] null null 5: ["a","b","c","pipe","server"] null null
