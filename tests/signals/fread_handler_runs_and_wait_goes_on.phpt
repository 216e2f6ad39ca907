--TEST--
fread, fgets and stream_get_line: a signal's handler runs within, and the wait goes on
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($theirs) {
    echo "handled\n";
    fwrite($theirs, "a line\n");
});
stream_set_timeout($ours, 20);
foreach ([fn () => fread($ours, 100), fn () => fgets($ours), fn () => stream_get_line($ours, 100, "\n")] as $read) {
    $child = signal_in_wait(SIGUSR1);
    var_dump($read());
    ended($child);
}
var_dump(stream_get_meta_data($ours)['timed_out']);
?>
--EXPECT--
handled
string(7) "a line
"
handled
string(7) "a line
"
handled
string(6) "a line"
bool(false)
