--TEST--
fread: a fatal error in a handler ends the script, and shutdown functions can use the stream
--EXTENSIONS--
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { @trigger_error('fatal', E_USER_ERROR); });
[$theirs, $ours] = connect_pair();
register_shutdown_function(function () use ($ours, $theirs) {
    fwrite($theirs, 'still works');
    var_dump(fread($ours, 100));
    var_dump(fclose($ours), is_resource($ours));
    var_dump(fread($theirs, 1), feof($theirs));
});
signal_in_wait(SIGUSR1);
fread($ours, 100);
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
string(11) "still works"
bool(true)
bool(false)
string(0) ""
bool(true)
