--TEST--
TLS: many small writes are read as one stretch of bytes
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
for ($i = 0; $i < 1000; ++$i) fwrite($client, sprintf("%04d\n", $i));
$data = tls_read($conn, 5000);
var_dump(strlen($data), md5($data) === md5(implode(array_map(fn ($i) => sprintf("%04d\n", $i), range(0, 999)))));
?>
--EXPECT--
int(5000)
bool(true)
