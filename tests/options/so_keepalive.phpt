--TEST--
so_keepalive: on listener, accepted connection and client
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([[], ['so_keepalive' => true], ['so_keepalive' => false], ['so_keepalive' => 1], ['so_keepalive' => '0'],
    ['so_keepalive' => null]] as $socket) {
    show_tcp_options($socket, ['SO_KEEPALIVE']);
}
$context = stream_context_create(['socket' => ['so_keepalive' => true]]);
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND, $context);
var_dump(option_of($udp, 'SO_KEEPALIVE')); // only tcp has it
?>
--EXPECT--
[]; listener 0; accepted 0; client 0
{"so_keepalive":true}; listener 1; accepted 1; client 1
{"so_keepalive":false}; listener 0; accepted 0; client 0
{"so_keepalive":1}; listener 1; accepted 1; client 1
{"so_keepalive":"0"}; listener 0; accepted 0; client 0
{"so_keepalive":null}; listener 0; accepted 0; client 0
int(0)
