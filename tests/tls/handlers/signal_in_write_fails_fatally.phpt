--TEST--
TLS: a fatal error in a handler within a write; a shutdown function reads what the peer has sent, and closes
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
    var_dump(fgets($ours), is_resource($ours));
    stream_set_timeout($ours, 1);
    var_dump(timed(fn () => fclose($ours)));
    var_dump(strlen(@stream_get_contents($theirs)) > 0, feof($theirs));
});
$child = signal_in_wait(SIGUSR1);
fwrite($ours, str_repeat('x', 16 << 20));
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
string(12) "still works
"
bool(true)
in time
bool(true)
bool(true)
bool(true)
