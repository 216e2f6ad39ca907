--TEST--
stream_socket_client(): bindto "0:7000" chooses the port alone, as the manual's example says
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$free = closed_port();
$context = stream_context_create(['socket' => ['bindto' => "0:$free"]]);
$client = stream_socket_client($to, $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
$conn = stream_socket_accept($server, 10, $peer);
var_dump($peer === "127.0.0.1:$free");
?>
--EXPECT--
bool(true)
