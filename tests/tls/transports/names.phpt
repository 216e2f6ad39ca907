--TEST--
TLS: stream_socket_get_name() of both ends
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
    fwrite($client, stream_socket_get_name($client, false) . ' ' . stream_socket_get_name($client, true) . "\n");
    fgets($client);
});
$conn = stream_socket_accept($server, 20, $peer);
[$local, $remote] = explode(' ', rtrim(fgets($conn)));
var_dump($peer === $local, stream_socket_get_name($conn, true) === $local, stream_socket_get_name($conn, false) === $remote);
var_dump($to === "tls://$remote");
fclose($conn);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
