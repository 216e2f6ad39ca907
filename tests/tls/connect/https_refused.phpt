--TEST--
TLS: file_get_contents('https://') refuses a self-signed server
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($server) {
    @stream_socket_accept($server, 20);
});
show_tls_errors();
var_dump(file_get_contents('https' . strstr($to, '://')));
pcntl_waitpid($pid, $status);
?>
--EXPECTF--
Warning: file_get_contents(): SSL operation failed with code 1. OpenSSL Error messages: ...
Warning: file_get_contents(): Failed to enable crypto
Warning: file_get_contents(%S): Failed to open stream: operation failed
bool(false)
