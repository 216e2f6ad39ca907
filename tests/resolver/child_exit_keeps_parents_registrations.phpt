--TEST--
a child's exit does not take the parent's registrations away
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
[$theirs, $ours] = connect_pair();
$us = getmypid();
for ($i = 1; $i <= 3; ++$i) {
    $child = in_child(function () use ($us, $theirs, $i) {
        await_sleep($us);
        fwrite($theirs, "line $i\n"); // and then ends as any script does
    });
    stream_set_timeout($ours, 5);
    var_dump(fgets($ours));
    ended($child);
}
answer_late();
stop($names);
?>
--EXPECT--
string(7) "line 1
"
string(7) "line 2
"
string(7) "line 3
"
