--TEST--
Options under other names, and unknown ones, change nothing
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
show_tcp_options(['unknown' => 1, 'SO_KEEPALIVE' => true, 'so_rcvbuff' => -1], ['SO_KEEPALIVE', 'TCP_NODELAY']);
foreach (['http', 'ssl', 'tcp'] as $wrapper) {
    $context = stream_context_create([$wrapper => ['so_keepalive' => true, 'so_rcvbuf' => -1, 'so_reuseaddr' => false]]);
    $server = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, $context);
    var_dump(option_of($server, 'SO_KEEPALIVE'), option_of($server, 'SO_REUSEADDR'));
}
?>
--EXPECT--
{"unknown":1,"SO_KEEPALIVE":true,"so_rcvbuff":-1}; listener 0 0; accepted 0 0; client 0 0
int(0)
int(1)
int(0)
int(1)
int(0)
int(1)
