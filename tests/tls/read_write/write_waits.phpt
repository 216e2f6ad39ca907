--TEST--
TLS: a blocking write waits on a full buffer until the peer reads
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
[$client, $conn] = tls_pair();
$filled = fill($client);
$us = getmypid();
$pid = in_child(function () use ($us, $conn, $filled) {
    await_sleep($us);
    exit(strlen(tls_read($conn, $filled + 65536)) === $filled + 65536 ? 0 : 1);
});
var_dump(fwrite($client, str_repeat('x', 65536)), ended($pid));
?>
--EXPECT--
int(65536)
int(0)
