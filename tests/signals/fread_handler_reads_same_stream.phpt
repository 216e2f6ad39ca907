--TEST--
fread: what a handler read from the same stream is not read twice, and nothing is lost
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$ours, $theirs] = connected_pair();
pcntl_signal(SIGUSR1, function () use ($ours, $theirs) {
    fwrite($theirs, "first\nsecond\nthird\n");
    var_dump(fgets($ours));
});
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours), fgets($ours));
ended($child);
?>
--EXPECT--
string(6) "first
"
string(7) "second
"
string(6) "third
"
