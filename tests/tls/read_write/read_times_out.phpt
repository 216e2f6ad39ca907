--TEST--
TLS: a blocking read times out, and goes on later
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
stream_set_timeout($client, 0, 50_000);
var_dump(fread($client, 10), stream_get_meta_data($client)['timed_out'], feof($client));
var_dump(fgets($client), stream_get_contents($client));
fwrite($conn, "late\n");
var_dump(fgets($client), feof($client));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(false)
string(0) ""
string(5) "late
"
bool(false)
