--TEST--
so_linger: seconds; 0 and less switch it off, more than 65535 is cut to that
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([10, 1, '5', 65535, 65536, PHP_INT_MAX, 0, -1, PHP_INT_MIN, null] as $seconds) {
    show_tcp_options(['so_linger' => $seconds], ['SO_LINGER']);
}
show_tcp_options([], ['SO_LINGER']);
$context = stream_context_create(['socket' => ['so_linger' => 10]]);
$udp = stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND, $context);
var_dump(option_of($udp, 'SO_LINGER')); // only tcp has it
?>
--EXPECTF--
{"so_linger":10}; listener 10; accepted 10; client 10
{"so_linger":1}; listener 1; accepted 1; client 1
{"so_linger":"5"}; listener 5; accepted 5; client 5
{"so_linger":65535}; listener 65535; accepted 65535; client 65535
{"so_linger":65536}; listener 65535; accepted 65535; client 65535
{"so_linger":%d}; listener 65535; accepted 65535; client 65535
{"so_linger":0}; listener "off"; accepted "off"; client "off"
{"so_linger":-1}; listener "off"; accepted "off"; client "off"
{"so_linger":%i}; listener "off"; accepted "off"; client "off"
{"so_linger":null}; listener "off"; accepted "off"; client "off"
[]; listener "off"; accepted "off"; client "off"
string(3) "off"
