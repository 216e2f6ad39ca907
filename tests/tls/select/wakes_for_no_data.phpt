--TEST--
TLS: a record without data wakes stream_select(), and a read finds nothing
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_ends();
tls_shake($client, $conn); // the server's tickets are on their way
stream_set_blocking($client, false);
var_dump(wait_readable($client), fread($client, 10), feof($client));
fwrite($conn, 'data');
while (wait_readable($client) && ($data = fread($client, 10)) === '') if (feof($client)) break;
var_dump($data);
?>
--EXPECT--
bool(true)
string(0) ""
bool(false)
string(4) "data"
