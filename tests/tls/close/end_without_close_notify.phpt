--TEST--
TLS: the peer is killed: the end, with no warning
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($to) {
    $client = tls_client($to);
    fwrite($client, "the last words\n");
    fgets($client);
    vanish();
});
$conn = stream_socket_accept($server, 20);
var_dump(fgets($conn));
fwrite($conn, "die\n");
pcntl_waitpid($pid, $status);
var_dump(fread($conn, 100), feof($conn), fread($conn, 100), feof($conn));
?>
--EXPECT--
string(15) "the last words
"
string(0) ""
bool(true)
string(0) ""
bool(true)
