--TEST--
The default context counts where none is given, and one that is given replaces it
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/options.inc';
stream_context_set_default(['socket' => ['so_keepalive' => true]]);
var_dump(option_of(stream_socket_server('tcp://127.0.0.1:0'), 'SO_KEEPALIVE'));
var_dump(option_of(stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, null), 'SO_KEEPALIVE'));
var_dump(option_of(stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, 12, stream_context_create()), 'SO_KEEPALIVE'));
?>
--EXPECT--
int(1)
int(1)
int(0)
