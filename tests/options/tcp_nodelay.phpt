--TEST--
tcp_nodelay: on clients and accepted connections, not on the listener, as in stock
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
foreach ([[], ['tcp_nodelay' => true], ['tcp_nodelay' => false], ['tcp_nodelay' => 1], ['tcp_nodelay' => '0']] as $socket) {
    show_tcp_options($socket, ['TCP_NODELAY']);
}
?>
--EXPECT--
[]; listener 0; accepted 0; client 0
{"tcp_nodelay":true}; listener 0; accepted 1; client 1
{"tcp_nodelay":false}; listener 0; accepted 0; client 0
{"tcp_nodelay":1}; listener 0; accepted 1; client 1
{"tcp_nodelay":"0"}; listener 0; accepted 0; client 0
