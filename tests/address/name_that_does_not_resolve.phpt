--TEST--
A name that does not resolve: code 0, the resolver's text, and a warning of its own, as in stock
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
make_loop();
try_server('tcp://no-such-host.invalid:0', null, [], true);
try_client('tcp://no-such-host.invalid:80', [], true);
try_server('udp://no-such-host.invalid:0');
foreach (['256.1.1.1', ' 127.0.0.1', '127.0.0.1 ', '*', 'user@127.0.0.1', "127.0.0.1\n", '1.2.3.4.5', '127.0.0.1/x'] as $host) {
    try_server("tcp://$host:0");
    try_client("tcp://$host:80");
}
?>
--EXPECTF--
server tcp://no-such-host.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
  warning: php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
  warning: Unable to connect to tcp://no-such-host.invalid:0 (php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s)
client tcp://no-such-host.invalid:80: false, 0, php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
  warning: php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
  warning: Unable to connect to tcp://no-such-host.invalid:80 (php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s)
server udp://no-such-host.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
server tcp://256.1.1.1:0: false, 0, php_network_getaddresses: getaddrinfo for 256.1.1.1 failed: %s
client tcp://256.1.1.1:80: false, 0, php_network_getaddresses: getaddrinfo for 256.1.1.1 failed: %s
server tcp:// 127.0.0.1:0: false, 0, php_network_getaddresses: getaddrinfo for  127.0.0.1 failed: %s
client tcp:// 127.0.0.1:80: false, 0, php_network_getaddresses: getaddrinfo for  127.0.0.1 failed: %s
server tcp://127.0.0.1 :0: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1  failed: %s
client tcp://127.0.0.1 :80: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1  failed: %s
server tcp://*:0: false, 0, php_network_getaddresses: getaddrinfo for * failed: %s
client tcp://*:80: false, 0, php_network_getaddresses: getaddrinfo for * failed: %s
server tcp://user@127.0.0.1:0: false, 0, php_network_getaddresses: getaddrinfo for user@127.0.0.1 failed: %s
client tcp://user@127.0.0.1:80: false, 0, php_network_getaddresses: getaddrinfo for user@127.0.0.1 failed: %s
server tcp://127.0.0.1\n:0: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1\n failed: %s
client tcp://127.0.0.1\n:80: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1\n failed: %s
server tcp://1.2.3.4.5:0: false, 0, php_network_getaddresses: getaddrinfo for 1.2.3.4.5 failed: %s
client tcp://1.2.3.4.5:80: false, 0, php_network_getaddresses: getaddrinfo for 1.2.3.4.5 failed: %s
server tcp://127.0.0.1/x:0: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1/x failed: %s
client tcp://127.0.0.1/x:80: false, 0, php_network_getaddresses: getaddrinfo for 127.0.0.1/x failed: %s
