--TEST--
TLS: connect: failed verifications and timeouts leave no descriptor
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$child = in_child(function () use ($server) { for (;;) @stream_socket_accept($server, 20); });
$silent = stream_socket_server('tcp://127.0.0.1:0');
$name = 'ssl://' . stream_socket_get_name($silent, false);
$before = count_descriptors();
for ($i = 0; $i < 10; ++$i) {
    @stream_socket_client($to, $errno, $errstr, 20);
    if (strpos($errstr, 'verify failed') === false) echo "wrong: $errstr\n";
    @stream_socket_client($name, $errno, $errstr, 0.02);
    // (On a busy machine ext/openssl finds it first: "SSL: Handshake timed out".)
    if (!str_ends_with($errstr, 'timed out')) echo "wrong: $errstr\n";
}
var_dump(count_descriptors() - $before);
stop($child);
?>
--EXPECT--
int(0)
