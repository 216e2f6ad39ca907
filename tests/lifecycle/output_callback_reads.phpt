--TEST--
an output buffer's callback reads from a stream
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
[$theirs, $ours] = connect_pair();
$child = signal_in_wait(0, function () use ($theirs) { fwrite($theirs, "read\n"); });
ob_start(fn ($buffer) => $buffer . fgets($ours));
echo "written\n";
ob_end_flush();
ended($child);
?>
--EXPECT--
written
read
