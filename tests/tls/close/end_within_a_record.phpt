--TEST--
TLS: the connection ends within a record
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'a record');
fwrite($to_client, substr(tls_record($to_server), 0, 7));
fclose($to_client);
var_dump(fread($client, 100), feof($client), fread($client, 100));
?>
--EXPECT--
string(0) ""
bool(true)
string(0) ""
