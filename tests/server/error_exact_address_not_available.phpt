--TEST--
error-exact: EADDRNOTAVAIL for an address of another machine
--EXTENSIONS--
sockets
--SKIPIF--
<?php
if (trim((string) @file_get_contents('/proc/sys/net/ipv4/ip_nonlocal_bind')) === '1') die('skip any address can be bound');
?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
try_server('tcp://203.0.113.77:0', null, [], true);
try_server('tcp://203.0.113.77:0', STREAM_SERVER_BIND);
try_server('udp://203.0.113.77:0', null, [], true);
?>
--EXPECTF--
server tcp://203.0.113.77:0: false, EADDRNOTAVAIL, %s
  warning: Unable to connect to tcp://203.0.113.77:0 (%s)
server tcp://203.0.113.77:0: false, EADDRNOTAVAIL, %s
server udp://203.0.113.77:0: false, EADDRNOTAVAIL, %s
  warning: Unable to connect to udp://203.0.113.77:0 (%s)
