--TEST--
fread: a stream that a handler closes by fclose and then by pclose is gone after the read
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours) {
    fclose($ours);
    pclose($ours);
});
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours));
ended($child);
stream_set_timeout($theirs, 5);
var_dump(fgets($theirs), feof($theirs));
?>
--EXPECT--
bool(false)
bool(false)
bool(true)
