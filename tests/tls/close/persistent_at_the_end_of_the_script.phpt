--TEST--
TLS: a persistent TLS connection at the end of the script
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
    $client = stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT, tls_client_context());
    fwrite($client, "left open\n");
    fgets($client);
});
$conn = stream_socket_accept($server, 20);
echo fgets($conn);
fwrite($conn, "end\n");
var_dump(ended($pid), fgets($conn), feof($conn));
?>
--EXPECT--
left open
int(0)
bool(false)
bool(true)
