--TEST--
TLS: a copy of the stream that makes the open file block takes nothing from its timeout, for reads and writes
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
[$client, $server] = tls_pair();
$copy = copy_by_number($client);
stream_set_blocking($copy, true);
stream_set_timeout($client, 0, 20_000);
pcntl_alarm(30); // what waits in the kernel would do so for ever
var_dump(fread($client, 10), stream_get_meta_data($client)['timed_out']);
for ($sent = 1; $sent; ) $sent = @fwrite($client, str_repeat('x', 65536));
var_dump($sent, stream_get_meta_data($client)['timed_out']);
stream_set_blocking($server, false);
while (fread($server, 65536) !== '');
fwrite($server, 'still there');
stream_set_timeout($client, 20);
var_dump(fread($client, 100));
stream_socket_enable_crypto($client, false);
var_dump(stream_set_timeout($client, 0, 1000), fread($client, 1), stream_get_meta_data($client)['timed_out']);
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(true)
string(11) "still there"
bool(true)
bool(false)
bool(true)
