--TEST--
TLS: a client that does not trust the server
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
[$server, $to] = tls_server();
$pid = in_child(function () use ($to) {
    @tls_client($to, ['verify_peer' => true]);
});
var_dump(stream_socket_accept($server, 20));
pcntl_waitpid($pid, $status);
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: SSL operation failed with code 1. OpenSSL Error messages: ...
bool(false)
