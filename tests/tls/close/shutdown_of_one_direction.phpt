--TEST--
TLS: stream_socket_shutdown(): what the peer sends afterwards still arrives
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
fwrite($client, 'question');
var_dump(stream_socket_shutdown($client, STREAM_SHUT_WR));
var_dump(fread($conn, 100), fread($conn, 100), feof($conn));
var_dump(fwrite($conn, 'answer'), fread($client, 100), feof($client));
var_dump(@fwrite($client, 'more'));
?>
--EXPECT--
bool(true)
string(8) "question"
string(0) ""
bool(true)
int(6)
string(6) "answer"
bool(false)
int(0)
