--TEST--
TLS: a lazy handshake in a read: a handler runs, and the wait goes on
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$server, , $tcp] = tls_lazy_server();
$client = stream_socket_client($tcp);
$conn = stream_socket_accept($server, 20);
pcntl_signal(SIGUSR1, function () use ($client) {
    echo "handled\n";
    fclose($client);
});
$child = signal_in_wait(SIGUSR1);
var_dump((string) @fread($conn, 10), feof($conn));
ended($child);
?>
--EXPECT--
handled
string(0) ""
bool(true)
