--TEST--
TLS: the peer closes: what it wrote, then the end, with no warning
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
fwrite($conn, 'the last words');
fclose($conn);
var_dump(feof($client), fread($client, 100), feof($client), fread($client, 100), feof($client), fread($client, 100));
var_dump(stream_get_meta_data($client)['eof'], stream_get_meta_data($client)['timed_out'], isset(stream_get_meta_data($client)['crypto']));
?>
--EXPECT--
bool(false)
string(14) "the last words"
bool(true)
string(0) ""
bool(true)
string(0) ""
bool(true)
bool(false)
bool(true)
