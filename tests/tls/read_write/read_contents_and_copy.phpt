--TEST--
TLS: stream_get_contents() and stream_copy_to_stream() over TLS, in and out
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
$data = random_bytes(300_000);
$file = fopen(tls_file($data), 'r');
$pid = in_child(function () use ($client, $file) {
    stream_copy_to_stream($file, $client);
    fclose($client); // says close_notify
});
var_dump(stream_get_contents($conn, 1000) === substr($data, 0, 1000));
$out = fopen('php://memory', 'w+');
var_dump(stream_copy_to_stream($conn, $out, 1000), stream_copy_to_stream($conn, $out), feof($conn));
rewind($out);
var_dump(stream_get_contents($out) === substr($data, 1000));
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(true)
int(1000)
int(298000)
bool(true)
bool(true)
