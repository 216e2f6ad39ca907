--TEST--
TLS: a fatal error in a handler within a read; shutdown functions can use the stream
--EXTENSIONS--
openssl
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { @trigger_error('fatal', E_USER_ERROR); });
[$theirs, $ours] = tls_pair();
register_shutdown_function(function () use ($ours, $theirs) {
    fwrite($theirs, "still works\n");
    var_dump(fgets($ours), fwrite($ours, "and back\n"), fgets($theirs), fclose($ours), fread($theirs, 1), feof($theirs));
});
$child = signal_in_wait(SIGUSR1);
fread($ours, 10);
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
string(12) "still works
"
int(9)
string(9) "and back
"
bool(true)
string(0) ""
bool(true)
