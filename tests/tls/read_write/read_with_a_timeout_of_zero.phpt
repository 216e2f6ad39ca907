--TEST--
TLS: stream_set_timeout() of 0: a read waits as long as it takes
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
[$client, $conn] = tls_pair();
stream_set_timeout($client, 0);
$us = getmypid();
$pid = in_child(function () use ($us, $conn) {
    await_sleep($us);
    fwrite($conn, 'late');
    vanish();
});
var_dump(fread($client, 10), stream_get_meta_data($client)['timed_out']);
ended($pid);
?>
--EXPECT--
string(4) "late"
bool(false)
