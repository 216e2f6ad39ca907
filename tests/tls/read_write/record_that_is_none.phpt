--TEST--
TLS: what is no TLS ends the connection with a warning
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$client, $conn, $to_client] = tls_relayed();
fwrite($to_client, "HTTP/1.1 400 Bad Request\r\n\r\n");
var_dump(fread($client, 100), feof($client));
var_dump(@fread($client, 100), feof($client));
?>
--EXPECT--
Warning: fread(): SSL operation failed with code 1. OpenSSL Error messages: ...
string(0) ""
bool(true)
string(0) ""
bool(true)
