--TEST--
a descriptor's number is used again while waits run through the loop
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/private_network.inc';
enter_private_network(20);
$names = serve_names();
abandon_lookup('late.test.');
$us = getmypid();
for ($i = 0; $i < 5; ++$i) {
    [$theirs, $ours, $server] = connect_pair();
    $child = in_child(function () use ($us, $theirs, $i) {
        await_sleep($us);
        fwrite($theirs, "round $i\n");
        vanish();
    });
    stream_set_timeout($ours, 5);
    echo fgets($ours);
    ended($child);
    fclose($ours);
    fclose($theirs);
    fclose($server);
}
answer_late();
stop($names);
?>
--EXPECT--
round 0
round 1
round 2
round 3
round 4
