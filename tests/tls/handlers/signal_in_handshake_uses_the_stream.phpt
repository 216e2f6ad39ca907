--TEST--
TLS: handshake: a handler cannot read, write or switch crypto on the stream itself; other streams it can use
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
[$theirs, $ours] = connect_pair();
[$two, $one] = tls_pair();
pcntl_signal(SIGUSR1, function () use ($ours, $one, $two) {
    var_dump(fread($ours, 10), fwrite($ours, 'plain'), stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
    var_dump(stream_socket_enable_crypto($ours, false), stream_socket_sendto($ours, 'plain'), stream_socket_recvfrom($ours, 10));
    fwrite($one, "another\n");
    echo fgets($two);
});
$child = in_child(function () use ($theirs) {
    await_sleep(posix_getppid());
    posix_kill(posix_getppid(), SIGUSR1);
    await_sleep(posix_getppid());
    tls_options($theirs, ['local_cert' => tls_certificate(), 'verify_peer' => false]);
    stream_socket_enable_crypto($theirs, true, STREAM_CRYPTO_METHOD_TLS_SERVER) || exit(1);
    fwrite($theirs, "hello\n");
});
tls_options($ours, ['verify_peer' => false, 'verify_peer_name' => false]);
show_tls_errors();
var_dump(stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT), fgets($ours), ended($child));
?>
--EXPECT--
Warning: fread(): Cannot use the stream while a TLS handshake waits on it
Warning: fwrite(): Cannot use the stream while a TLS handshake waits on it
Warning: stream_socket_enable_crypto(): Cannot switch crypto while another operation waits on the stream
bool(false)
bool(false)
bool(false)
Warning: stream_socket_enable_crypto(): Cannot switch crypto while another operation waits on the stream
Warning: stream_socket_sendto(): A TLS stream does not send past its encryption: use fwrite()
Warning: stream_socket_recvfrom(): A TLS stream does not receive past its encryption: use fread()
bool(false)
int(-1)
bool(false)
another
bool(true)
string(6) "hello
"
int(0)
