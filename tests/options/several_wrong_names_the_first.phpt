--TEST--
Options are all read before any socket is made: the first that is wrong is named, and the address stays free
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
try_server('tcp://127.0.0.1:0', null, ['so_sndbuf' => 0, 'so_rcvbuf' => 0]);
// Wrong options and a wrong address: one error, code 0.
try_server('tcp://127.0.0.1:99999', null, ['so_rcvbuf' => 0]);
?>
--EXPECTF--
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server tcp://127.0.0.1:99999: false, 0, %s
