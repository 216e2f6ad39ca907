--TEST--
TLS: handshake: a fatal error in a handler ends the script, and shutdown functions can use the stream
--EXTENSIONS--
openssl
pcntl
posix
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
register_shutdown_function(function () use ($ours, $theirs) {
    var_dump(is_resource($ours), strlen(fread($theirs, 10000)) > 0);
    fwrite($theirs, "plain\n");
    var_dump(fgets($ours), fclose($ours));
    stream_set_timeout($theirs, 20);
    var_dump(stream_get_contents($theirs), feof($theirs));
});
pcntl_signal(SIGUSR1, function () { @trigger_error('fatal', E_USER_ERROR); });
$child = signal_in_wait(SIGUSR1);
stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
echo "not reached\n";
?>
--EXPECTF--

Fatal error: fatal in %s on line %d
bool(true)
bool(true)
string(6) "plain
"
bool(true)
string(0) ""
bool(true)
