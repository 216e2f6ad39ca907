--TEST--
ipv6-brackets: a link-local address without its zone is the system's error and says what is missing
--EXTENSIONS--
sockets
--SKIPIF--
<?php
require __DIR__ . '/../inc/sockets.inc';
if (!has_ipv6()) die('skip no IPv6');
?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
try_server('tcp://[fe80::1]:0', null, [], true);
try_server('udp://[fe80::1]:0');
?>
--EXPECT--
server tcp://[fe80::1]:0: false, EINVAL, Invalid argument (a link-local address needs its zone, as in [fe80::1%eth0])
  warning: Unable to connect to tcp://[fe80::1]:0 (Invalid argument (a link-local address needs its zone, as in [fe80::1%eth0]))
server udp://[fe80::1]:0: false, EINVAL, Invalid argument (a link-local address needs its zone, as in [fe80::1%eth0])
