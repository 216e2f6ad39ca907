--TEST--
TLS: handshake: a signal's handler runs at once, and the handshake goes on, with what is left of its time
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$server, , $tcp] = tls_server();
$raw = stream_socket_client($tcp);
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
$child = signal_in_wait(SIGUSR1);
show_tls_errors();
var_dump(timed(fn () => stream_socket_accept($server, 1), 0.999));
ended($child);

[$theirs, $ours] = connect_pair();
$child = in_child(function () use ($theirs) {
    await_sleep(posix_getppid());
    posix_kill(posix_getppid(), SIGUSR1);
    await_sleep(posix_getppid());
    tls_options($theirs, ['verify_peer' => false, 'verify_peer_name' => false]);
    stream_socket_enable_crypto($theirs, true, STREAM_CRYPTO_METHOD_TLS_CLIENT) || exit(1);
    fwrite($theirs, "hello\n");
});
tls_options($ours, ['local_cert' => tls_certificate(), 'verify_peer' => false]);
var_dump(stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_SERVER), fgets($ours), ended($child));
?>
--EXPECT--
handled
Warning: stream_socket_accept(): Accept failed: SSL: Handshake timed out
in time
bool(false)
handled
bool(true)
string(6) "hello
"
int(0)
