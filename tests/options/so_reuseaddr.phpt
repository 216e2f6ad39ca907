--TEST--
so_reuseaddr: on for servers unless it is switched off; never for clients
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([[], ['so_reuseaddr' => true], ['so_reuseaddr' => false], ['so_reuseaddr' => 0]] as $socket) {
    show_tcp_options($socket, ['SO_REUSEADDR']);
    $context = stream_context_create(['socket' => $socket]);
    $udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND, $context);
    var_dump(option_of($udp, 'SO_REUSEADDR'));
}
?>
--EXPECT--
[]; listener 1; accepted 1; client 0
int(1)
{"so_reuseaddr":true}; listener 1; accepted 1; client 0
int(1)
{"so_reuseaddr":false}; listener 0; accepted 0; client 0
int(0)
{"so_reuseaddr":0}; listener 0; accepted 0; client 0
int(0)
