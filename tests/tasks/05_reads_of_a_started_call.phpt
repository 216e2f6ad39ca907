--TEST--
tasks: a read that finds part of it in the buffer and lets others run does not make their reads of that stream return early
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

// fread() returns what was buffered, and does not wait for more since PHP 8.3; another task's fgets() of the same stream does.
$early = 0;
run(function () use (&$early) {
    for ($round = 0; $round < 100; ++$round) {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        [$busy] = $kept = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fwrite($theirs, "a line\nrest");
        fgets($ours);
        $reader = spawn(function () use ($ours, $busy, $round) {
            for ($i = 0; $i < $round % 50; ++$i) fwrite($busy, 'x'); // its turn ends in one of its operations
            return fread($ours, 100);
        });
        $other = spawn(fgets(...), $ours);
        $writer = spawn(function () use ($theirs) {
            foreach (["another\n", "a third\n"] as $line) {
                delay(0.001);
                fwrite($theirs, $line);
            }
        });
        if ($other->await() === false) ++$early;
        $reader->await();
        $writer->await();
    }
});
echo "$early early\n";
?>
--EXPECT--
0 early
