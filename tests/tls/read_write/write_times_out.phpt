--TEST--
TLS: a blocking write times out on a full buffer
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_full_pair();
stream_set_timeout($conn, 0, 50_000);
var_dump(fwrite($conn, str_repeat('x', 65536)), stream_get_meta_data($conn)['timed_out'], feof($conn));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
