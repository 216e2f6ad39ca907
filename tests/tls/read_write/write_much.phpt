--TEST--
TLS: one fwrite of 8 MiB to a peer that reads by and by
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
$data = random_bytes(8 << 20);
$pid = in_child(function () use ($client, $conn, $data) {
    exit(tls_read($conn, strlen($data)) === $data ? 0 : 1);
});
var_dump(fwrite($client, $data), ended($pid));
?>
--EXPECT--
int(8388608)
int(0)
