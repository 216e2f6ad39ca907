--TEST--
TLS: within a write a handler reads and writes the same stream, and others; it cannot switch TLS off
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
[$two, $one] = tls_pair();
pcntl_signal(SIGUSR1, function () use ($ours, $one, $two, &$is_first) {
    if ($is_first = $is_first === null) {
        var_dump(fwrite($ours, 'x'), stream_socket_enable_crypto($ours, false), fgets($ours));
        fwrite($one, "another\n");
        echo fgets($two);
    }
});
show_tls_errors();
$data = str_repeat('0123456789abcdef', 1 << 19); // 8 MiB
$child = in_child(function () use ($theirs, $data) {
    fwrite($theirs, "for the handler\n");
    await_sleep(posix_getppid());
    posix_kill(posix_getppid(), SIGUSR1);
    await_sleep(posix_getppid());
    $all = stream_get_contents($theirs, strlen($data) + 1);
    exit(substr_count($all, 'x') === 1 && str_replace('x', '', $all) === $data ? 0 : 1);
});
var_dump(fwrite($ours, $data), ended($child));
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): Cannot switch crypto while another operation waits on the stream
int(1)
bool(false)
string(16) "for the handler
"
another
int(8388608)
int(0)
