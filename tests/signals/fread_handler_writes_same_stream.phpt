--TEST--
fread: a handler writes to the stream that is waited on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours) { fwrite($ours, "question\n"); });
$child = signal_in_wait(SIGUSR1, function () use ($theirs) {
    fwrite($theirs, 'answer to ' . fgets($theirs));
});
var_dump(fgets($ours));
ended($child);
?>
--EXPECT--
string(19) "answer to question
"
