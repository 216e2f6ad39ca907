--TEST--
transport-url: an unknown transport is an error before bind
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
try_server('nosuch://127.0.0.1:0', null, [], true);
try_server('TCP://127.0.0.1:0'); // names of transports are lower case
try_server('http://127.0.0.1:0');
try_server('file:///tmp');
try_server('nosuch://');
?>
--EXPECTF--
server nosuch://127.0.0.1:0: false, 0, Unable to find the socket transport "nosuch"%s
  warning: Unable to connect to nosuch://127.0.0.1:0 (Unable to find the socket transport "nosuch"%s)
server TCP://127.0.0.1:0: false, 0, Unable to find the socket transport "TCP"%s
server http://127.0.0.1:0: false, 0, Unable to find the socket transport "http"%s
server file:///tmp: false, 0, Unable to find the socket transport "file"%s
server nosuch://: false, 0, Unable to find the socket transport "nosuch"%s
