--TEST--
error-before-bind: code 0 with false when no system call on the socket failed
--EXTENSIONS--
sockets
--FILE--
<?php
require __DIR__ . '/../inc/failures.inc';
make_loop();
foreach (['tcp', 'udp'] as $transport) {
    try_server("$transport://127.0.0.1");                                         // parse
    try_server("$transport://[::1:80");
    try_server("$transport://no-such-host.invalid:0");                            // resolve
    try_server("$transport://127.0.0.1:0", null, ['so_rcvbuf' => 0]);             // option
}
try_server('nosuch://127.0.0.1:0');                                               // transport
try_server('unix:///tmp/a' . "\0" . 'b');
?>
--EXPECTF--
server tcp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80"
server tcp://[::1:80: false, 0, Failed to parse IPv6 address "[::1:80": the bracket is not closed
server tcp://no-such-host.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
server tcp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server udp://127.0.0.1: false, 0, Failed to parse address "127.0.0.1": a port must follow the host, as in "host:80"
server udp://[::1:80: false, 0, Failed to parse IPv6 address "[::1:80": the bracket is not closed
server udp://no-such-host.invalid:0: false, 0, php_network_getaddresses: getaddrinfo for no-such-host.invalid failed: %s
server udp://127.0.0.1:0: false, 0, so_rcvbuf context option must be between 1 and 2147483647
server nosuch://127.0.0.1:0: false, 0, Unable to find the socket transport "nosuch"%s
server unix:///tmp/a\000b: false, 0, The socket path must not contain null bytes
