--TEST--
TLS: a program that was started takes no connection over: the peer is told of the end
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
$copy = null; // what is sent is seen by a relay
[$client, $conn, $to_client, $to_server] = tls_relayed();
fwrite($conn, 'last');
$process = proc_open(['true'], [], $pipes);
proc_close($process);
fclose($conn);
$bytes = stream_get_contents($to_server);
// (records: 5 bytes and their content; close_notify is the last one)
for ($records = 0; $bytes !== ''; ++$records) $bytes = substr($bytes, 5 + unpack('n', $bytes, 3)[1]);
var_dump($records);
?>
--EXPECT--
int(2)
