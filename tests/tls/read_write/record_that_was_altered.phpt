--TEST--
TLS: a record that was altered on its way ends the connection
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'a record');
$record = tls_record($to_server);
fwrite($to_client, substr($record, 0, -1) . ~substr($record, -1));
var_dump(fread($client, 100), feof($client));
?>
--EXPECT--
Warning: fread(): SSL operation failed with code 1. OpenSSL Error messages: ...
string(0) ""
bool(true)
