--TEST--
fwrite: a handler runs while the buffer is full, and makes room itself
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
$filled = fill($ours);
pcntl_signal(SIGUSR1, function () use ($theirs, $filled) {
    echo "handled\n";
    for ($left = $filled; $left > 0; $left -= strlen(fread($theirs, 65536)));
});
stream_set_timeout($ours, 20);
$child = signal_in_wait(SIGUSR1);
var_dump(fwrite($ours, 'end'));
var_dump(fread($theirs, 100));
ended($child);
?>
--EXPECT--
handled
int(3)
string(3) "end"
