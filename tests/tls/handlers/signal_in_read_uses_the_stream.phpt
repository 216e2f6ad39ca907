--TEST--
TLS: within a read a handler can write and read the same stream, but not switch TLS off
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$theirs, $ours] = tls_pair();
pcntl_signal(SIGUSR1, function () use ($ours) {
    var_dump(fwrite($ours, "ping\n"));
    var_dump(stream_socket_enable_crypto($ours, false));
});
show_tls_errors();
$child = in_child(function () use ($theirs) {
    await_sleep(posix_getppid());
    posix_kill(posix_getppid(), SIGUSR1);
    if (fgets($theirs) === "ping\n") fwrite($theirs, "pong\n");
});
var_dump(fgets($ours));
ended($child);
var_dump(isset(stream_get_meta_data($ours)['crypto']));
?>
--EXPECT--
int(5)
Warning: stream_socket_enable_crypto(): Cannot switch crypto while another operation waits on the stream
bool(false)
string(5) "pong
"
bool(true)
