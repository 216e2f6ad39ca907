--TEST--
TLS: closing a stream whose peer reads nothing takes at most the stream's timeout
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach (['fclose', 'unset', 'enable_crypto'] as $how) {
    [$theirs, $ours] = tls_full_pair();
    stream_set_timeout($ours, 0, 300_000);
    timed(function () use (&$ours, $how) {
        if ($how === 'fclose') fclose($ours);
        if ($how === 'enable_crypto') stream_socket_enable_crypto($ours, false);
        $ours = null;
    }, 0.299);
    $theirs = null;
}
?>
--EXPECT--
in time
in time
in time
