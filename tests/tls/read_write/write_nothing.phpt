--TEST--
TLS: writing nothing sends nothing
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
var_dump(fwrite($client, ''), fwrite($client, 'x'), fread($conn, 10));
?>
--EXPECT--
int(0)
int(1)
string(1) "x"
