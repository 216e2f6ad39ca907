--TEST--
fread: a handler cannot turn TLS on under a plain read of the same stream, and the read goes on
--EXTENSIONS--
pcntl
posix
openssl
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
require __DIR__ . '/../inc/children.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours, $theirs) {
    var_dump(stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
    fwrite($theirs, "plain\n");
});
stream_set_timeout($ours, 20);
$child = signal_in_wait(SIGUSR1);
var_dump(fgets($ours));
ended($child);
?>
--EXPECTF--
Warning: stream_socket_enable_crypto(): Cannot switch crypto while another operation waits on the stream in %s on line %d
bool(false)
string(6) "plain
"
