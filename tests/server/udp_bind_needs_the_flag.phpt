--TEST--
udp-bind: for UDP, STREAM_SERVER_BIND must be given as flags; the error says so
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
try_server('udp://127.0.0.1:0', STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, [], true);
var_dump(@stream_socket_server('udp://127.0.0.1:0', $errno), $errno === SOCKET_EOPNOTSUPP);
try_server('udp://127.0.0.1:0', STREAM_SERVER_BIND);
?>
--EXPECTF--
server udp://127.0.0.1:0: false, EOPNOTSUPP, Operation not supported%S STREAM_SERVER_BIND %S
  warning: Unable to connect to udp://127.0.0.1:0 (Operation not supported%S STREAM_SERVER_BIND %S)
bool(false)
bool(true)
server udp://127.0.0.1:0: made
