--TEST--
TLS: feof() does not wait on an idle connection, blocking or not, and not for the rest of a record
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn, $to_client, $to_server] = tls_relayed();
var_dump(feof($client), feof($conn));
stream_set_blocking($client, false);
var_dump(feof($client));
stream_set_blocking($client, true);
fwrite($conn, 'a record');
$record = tls_record($to_server);
fwrite($to_client, substr($record, 0, 7));
var_dump(wait_readable($client), feof($client));
stream_set_blocking($client, false);
var_dump(feof($client), fread($client, 100), feof($client));
fwrite($to_client, substr($record, 7));
var_dump(wait_readable($client), fread($client, 100), feof($client));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(true)
bool(false)
bool(false)
string(0) ""
bool(false)
bool(true)
string(8) "a record"
bool(false)
