--TEST--
a child that closes its copies does not take the parent's registrations away
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
$first = in_child(function () use ($us, $theirs) {
    await_sleep($us);
    fwrite($theirs, "one\n");
    vanish();
});
var_dump(fgets($ours)); // through the loop: the descriptor is armed from now on
ended($first);
$second = in_child(function () use ($ours) { fclose($ours); });
ended($second);
$third = in_child(function () use ($us, $theirs) {
    await_sleep($us);
    fwrite($theirs, "two\n");
    vanish();
});
stream_set_timeout($ours, 5);
var_dump(fgets($ours));
ended($third);
answer_late();
stop($names);
?>
--EXPECT--
string(4) "one
"
string(4) "two
"
