--TEST--
select: the loop of an event loop, whose handlers close other streams that are ready, and open new ones
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
for ($i = 0; $i < 4; ++$i) {
    [$client, $connection, $server] = connect_pair();
    [$ours["s$i"], $theirs["s$i"]] = [$connection, $client];
    fwrite($client, 'x');
    wait_readable($connection);
}
$r = $ours;
$w = $e = null;
var_dump(stream_select($r, $w, $e, 0));
fclose($ours['s1']);
fclose($ours['s2']);
echo select_line($ours), "\n"; // handed in closed
unset($ours['s1'], $ours['s2']);
echo select_line($ours), "\n";
[$new, $peer] = unix_pair(); // takes their numbers
echo select_line($ours + ['new' => $new, 'peer' => $peer]), "\n";
fwrite($peer, 'x');
echo select_line($ours + ['new' => $new, 'peer' => $peer], ['new' => $new]), "\n";
// The closed ones' peers see the end
foreach (['s1', 's2'] as $name) wait_readable($theirs[$name]);
echo select_line($theirs), "\n";

// 300 rounds: each handler closes the stream after it, and opens another
$streams = $peers = [];
$handled = $skipped = 0;
for ($round = 0; $round < 300; ++$round) {
    while (count($streams) < 5) {
        [$streams[], $peers[]] = $round % 2 ? unix_pair() : connect_pair();
        fwrite(end($peers), 'x');
        if ($round % 2 === 0) wait_readable(end($streams));
    }
    $r = array_filter($streams, fn () => mt_rand(0, 3) > 0) ?: $streams;
    $n = count($r);
    if (stream_select($r, $w, $e, 20) !== $n) die("lost one\n");
    foreach ($r as $key => $stream) {
        if (!isset($streams[$key])) {
            ++$skipped;
            continue;
        }
        if (fread($stream, 10) !== 'x') die("not its byte\n");
        fwrite($peers[$key], 'x');
        $stream_after = $streams[$key + 1] ?? null;
        if ($stream_after) {
            fclose($stream_after);
            fclose($peers[$key + 1]);
            unset($streams[$key + 1], $peers[$key + 1]);
        }
        ++$handled;
    }
    foreach ($streams as $stream) if (!wait_readable($stream)) die("lost\n");
}
var_dump($handled > 300, $skipped > 0);
?>
--EXPECT--
int(4)
TypeError: stream_select(): supplied resource is not a valid stream resource
2: ["s0","s3"] null null
2: ["s0","s3"] null null
4: ["s0","s3","new"] ["new"] null
2: ["s1","s2"] null null
bool(true)
bool(true)
