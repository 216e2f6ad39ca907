--TEST--
so_broadcast: sending to broadcast addresses, for udp servers and clients
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([[], ['so_broadcast' => true], ['so_broadcast' => false]] as $socket) {
    $context = stream_context_create(['socket' => $socket]);
    $server = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND, $context);
    $client = stream_socket_client('udp://127.0.0.1:9', $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    var_dump(option_of($server, 'SO_BROADCAST'), option_of($client, 'SO_BROADCAST'));
}
// A client of the broadcast address needs it for connect() itself: EACCES without.
foreach ([false, true] as $broadcast) {
    $context = stream_context_create(['socket' => ['so_broadcast' => $broadcast]]);
    $client = @stream_socket_client('udp://255.255.255.255:9', $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    var_dump($broadcast ? $errno !== SOCKET_EACCES : [$client, $errno === SOCKET_EACCES || $errno === SOCKET_ENETUNREACH]);
}
?>
--EXPECT--
int(0)
int(0)
int(1)
int(1)
int(0)
int(0)
array(2) {
  [0]=>
  bool(false)
  [1]=>
  bool(true)
}
bool(true)
