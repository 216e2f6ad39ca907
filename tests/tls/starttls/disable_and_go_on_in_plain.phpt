--TEST--
TLS: crypto off by agreement, and on in plain text
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_ends();
tls_shake($client, $conn, STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT);
fwrite($client, "secret\n");
var_dump(fgets($conn));
stream_socket_enable_crypto($client, false);
var_dump(isset(stream_get_meta_data($client)['crypto']));
var_dump(fread($conn, 10)); // close_notify
stream_socket_enable_crypto($conn, false);
var_dump(isset(stream_get_meta_data($conn)['crypto']));
fwrite($client, "plain\n");
var_dump(fread($conn, 10));
fwrite($conn, "plain too\n");
var_dump(substr(stream_get_contents($client, 31 + 10), 31)); // behind the other's close_notify
?>
--EXPECT--
string(7) "secret
"
bool(false)
string(0) ""
bool(false)
string(6) "plain
"
string(10) "plain too
"
