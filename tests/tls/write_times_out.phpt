--TEST--
TLS: a blocking write times out on a full buffer
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/tls.inc';
[$client, $conn] = tls_pair();
fill($client);
stream_set_timeout($client, 0, 50_000);
var_dump(fwrite($client, str_repeat('x', 65536)), stream_get_meta_data($client)['timed_out'], feof($client));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
