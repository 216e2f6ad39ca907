--TEST--
after an abandoned look-up fwrite on a full buffer waits through the loop
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
$filled = fill($ours);
$us = getmypid();
$child = in_child(function () use ($us, $ours, $theirs, $filled) {
    fclose($ours);
    await_sleep($us);
    $all = stream_get_contents($theirs);
    var_dump(strlen($all) - $filled, substr($all, -3));
});
var_dump(fwrite($ours, 'end'));
stream_socket_shutdown($ours, STREAM_SHUT_WR);
var_dump(ended($child));
answer_late();
stop($names);
?>
--EXPECT--
int(3)
int(3)
string(3) "end"
int(0)
