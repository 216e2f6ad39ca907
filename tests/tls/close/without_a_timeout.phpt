--TEST--
TLS: closing a stream that has no timeout, and whose peer reads nothing, takes a second
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach (['fclose', 'enable_crypto'] as $how) {
    [$theirs, $ours] = tls_full_pair();
    stream_set_timeout($ours, -1);
    timed(function () use (&$ours, $how) {
        if ($how === 'fclose') fclose($ours);
        if ($how === 'enable_crypto') stream_socket_enable_crypto($ours, false);
        $ours = null;
    }, 0.999);
    $theirs = null;
}
?>
--EXPECT--
in time
in time
