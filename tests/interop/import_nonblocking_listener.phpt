--TEST--
socket_import_stream(): a listener that was set non-blocking stays so for ext/sockets, and the other way round
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
stream_set_blocking($server, false);
$socket = socket_import_stream($server);
var_dump(@socket_accept($socket), socket_last_error() === SOCKET_EAGAIN);
stream_set_blocking($server, true);
var_dump(stream_get_meta_data($server)['blocked']);
$client = stream_socket_client($to);
var_dump(socket_accept($socket) instanceof Socket);
stream_set_blocking($server, false);
var_dump(@socket_accept($socket));
socket_set_block($socket);
$client = stream_socket_client($to);
var_dump(is_resource(stream_socket_accept($server, 10)));
// By the timeout, although the descriptor blocks
var_dump(@stream_socket_accept($server, 0.05));
?>
--EXPECT--
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(false)
