--TEST--
TLS: fgets, fgetc, stream_get_line and chunks of one byte across records
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
foreach (["first\nse", "cond\n", 'thi', "rd|", "x", "\n", "yz"] as $piece) fwrite($client, $piece);
var_dump(fgets($conn), fgets($conn), stream_get_line($conn, 100, '|'), fgetc($conn), fgetc($conn), fread($conn, 1), fread($conn, 1));
stream_set_chunk_size($conn, 1);
fwrite($client, "by bytes\n");
var_dump(fgets($conn), stream_get_meta_data($conn)['unread_bytes']);
?>
--EXPECT--
string(6) "first
"
string(7) "second
"
string(5) "third"
string(1) "x"
string(1) "
"
string(1) "y"
string(1) "z"
string(9) "by bytes
"
int(0)
