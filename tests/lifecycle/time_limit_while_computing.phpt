--TEST--
a time limit ends a loop of computing and trying, with a listener open
--EXTENSIONS--
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$theirs, $ours] = connect_pair();
stream_set_blocking($ours, false);
register_shutdown_function(function () use ($ours, $theirs) {
    fwrite($theirs, 'still works');
    stream_set_blocking($ours, true);
    var_dump(fread($ours, 100));
});
set_time_limit(1);
while (true) fread($ours, 1);
?>
--EXPECTF--

Fatal error: Maximum execution time of 1 second exceeded in %s on line %d
string(11) "still works"
