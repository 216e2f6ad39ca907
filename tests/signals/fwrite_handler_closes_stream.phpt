--TEST--
fwrite on a full buffer: a handler that closes the stream ends the wait
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
fill($ours);
pcntl_signal(SIGUSR1, function () use ($ours) { var_dump(fclose($ours)); });
$child = signal_in_wait(SIGUSR1);
var_dump(@fwrite($ours, 'more'));
ended($child);
var_dump(is_resource($ours));
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
