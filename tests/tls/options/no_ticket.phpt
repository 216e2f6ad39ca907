--TEST--
TLS: no_ticket
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair(['no_ticket' => true], ['no_ticket' => true]);
fwrite($conn, 'works');
var_dump(fread($client, 10));
?>
--EXPECT--
string(5) "works"
