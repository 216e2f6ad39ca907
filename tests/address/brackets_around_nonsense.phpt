--TEST--
What stands in the brackets and is no address is looked up as a name, and is none
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
make_loop();
foreach (['[:::1]:0', '[gggg::1]:0', '[1:2:3:4:5:6:7:8:9]:0', '[1::2::3]:0', '[::1 ]:0'] as $target) {
    try_server("tcp://$target");
    try_client("tcp://$target");
}
// As in stock, brackets do no harm to an IPv4 address.
fclose(try_server('tcp://[127.0.0.1]:0'));
?>
--EXPECTF--
server tcp://[:::1]:0: false, 0, php_network_getaddresses: getaddrinfo for :::1 failed: %s
client tcp://[:::1]:0: false, 0, php_network_getaddresses: getaddrinfo for :::1 failed: %s
server tcp://[gggg::1]:0: false, 0, php_network_getaddresses: getaddrinfo for gggg::1 failed: %s
client tcp://[gggg::1]:0: false, 0, php_network_getaddresses: getaddrinfo for gggg::1 failed: %s
server tcp://[1:2:3:4:5:6:7:8:9]:0: false, 0, php_network_getaddresses: getaddrinfo for 1:2:3:4:5:6:7:8:9 failed: %s
client tcp://[1:2:3:4:5:6:7:8:9]:0: false, 0, php_network_getaddresses: getaddrinfo for 1:2:3:4:5:6:7:8:9 failed: %s
server tcp://[1::2::3]:0: false, 0, php_network_getaddresses: getaddrinfo for 1::2::3 failed: %s
client tcp://[1::2::3]:0: false, 0, php_network_getaddresses: getaddrinfo for 1::2::3 failed: %s
server tcp://[::1 ]:0: false, 0, php_network_getaddresses: getaddrinfo for ::1  failed: %s
client tcp://[::1 ]:0: false, 0, php_network_getaddresses: getaddrinfo for ::1  failed: %s
server tcp://[127.0.0.1]:0: made
