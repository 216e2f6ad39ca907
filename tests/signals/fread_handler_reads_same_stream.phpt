--TEST--
fread: what a handler read from the same stream is not read twice, and nothing is lost
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours, $theirs) {
    fwrite($theirs, "first\nsecond\nthird\n");
    var_dump(fgets($ours));
});
stream_set_timeout($ours, 20);
$child = signal_in_wait(SIGUSR1);
$start = microtime(true);
var_dump(fgets($ours), fgets($ours));
var_dump(microtime(true) - $start < 10); // the rest of the lines is in the buffer: nothing to wait for
ended($child);
?>
--EXPECT--
string(6) "first
"
string(7) "second
"
string(6) "third
"
bool(true)
