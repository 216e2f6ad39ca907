--TEST--
TLS: non-blocking reads: nothing there is "", and no end
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
stream_set_blocking($client, false);
var_dump(fread($client, 10), feof($client), fgets($client), stream_get_contents($client), stream_get_meta_data($client)['timed_out']);
fwrite($conn, "line\nha");
wait_readable($client);
var_dump(fgets($client), fgets($client), fgets($client), feof($client));
fclose($conn);
wait_readable($client);
var_dump(fread($client, 10), feof($client));
?>
--EXPECT--
string(0) ""
bool(false)
bool(false)
string(0) ""
bool(false)
string(5) "line
"
string(2) "ha"
bool(false)
bool(false)
string(0) ""
bool(true)
