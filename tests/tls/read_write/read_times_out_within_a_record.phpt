--TEST--
TLS: a read times out within a record, and goes on where it was
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'a record');
$record = tls_record($to_server);
fwrite($to_client, substr($record, 0, 7));
stream_set_timeout($client, 0, 50_000);
var_dump(fread($client, 100), stream_get_meta_data($client)['timed_out'], feof($client));
fwrite($to_client, substr($record, 7));
stream_set_timeout($client, 20);
var_dump(fread($client, 100));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
string(8) "a record"
