--TEST--
An IPv4 address has no zone: it is looked up as a name, and is none
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
make_loop();
try_server('tcp://127.0.0.1%lo:0');
try_client('tcp://127.0.0.1%lo:80');
?>
--EXPECTF--
server tcp://127.0.0.1%lo:0: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1%lo failed: %s
client tcp://127.0.0.1%lo:80: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1%lo failed: %s
