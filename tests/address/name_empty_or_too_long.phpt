--TEST--
An empty host and a name that is too long do not resolve; the text is the resolver's, as in stock
--EXTENSIONS--
sockets
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip other resolvers, other texts'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
make_loop();
ob_start(fn ($text) => preg_replace('/a{200,}/', 'AAA', $text));
$label = str_repeat('a', 300);
foreach ([':0', '[]:0', "$label.invalid:0", str_repeat('a', 70000) . ':0'] as $target) {
    try_server("tcp://$target");
    try_client("tcp://$target");
}
?>
--EXPECT--
server tcp://:0: false, 0, php_network_getaddresses: getaddrinfo for  failed: Name or service not known
client tcp://:0: false, 0, php_network_getaddresses: getaddrinfo for  failed: Name or service not known
server tcp://[]:0: false, 0, php_network_getaddresses: getaddrinfo for  failed: Name or service not known
client tcp://[]:0: false, 0, php_network_getaddresses: getaddrinfo for  failed: Name or service not known
server tcp://AAA.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for AAA.invalid failed: Name or service not known
client tcp://AAA.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for AAA.invalid failed: Name or service not known
server tcp://AAA:0: false, 0, php_network_getaddresses: getaddrinfo for AAA failed: Name or service not known
client tcp://AAA:0: false, 0, php_network_getaddresses: getaddrinfo for AAA failed: Name or service not known
