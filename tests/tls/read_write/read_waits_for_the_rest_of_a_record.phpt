--TEST--
TLS: a blocking read waits for the rest of a record
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
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'a record');
$record = tls_record($to_server);
fwrite($to_client, substr($record, 0, 7));
$us = getmypid();
$pid = in_child(function () use ($us, $record, $to_client) {
    await_sleep($us);
    fwrite($to_client, substr($record, 7));
    vanish();
});
var_dump(fread($client, 100));
ended($pid);
?>
--EXPECT--
string(8) "a record"
