--TEST--
TLS: what is written is nowhere to be seen on its way
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'a secret word');
$record = tls_record($to_server);
var_dump(strpos($record, 'secret'), ord($record[0]));
fwrite($to_client, $record);
var_dump(fread($client, 100));
?>
--EXPECT--
bool(false)
int(23)
string(13) "a secret word"
