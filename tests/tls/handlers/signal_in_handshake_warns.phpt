--TEST--
TLS: a signal handler's warning is not the reason why the handshake failed
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$server, $to, $plain] = tls_server();
$client = stream_socket_client($plain);
pcntl_signal(SIGUSR1, function () use ($client) {
    @fopen('/nonexistent', 'r');
    fwrite($client, "GET / HTTP/1.0\r\n\r\n");
});
$child = signal_in_wait(SIGUSR1);
@stream_socket_accept($server, 20);
echo strtok(error_get_last()['message'], "\n"), "\n";
ended($child);
?>
--EXPECT--
stream_socket_accept(): Accept failed: SSL operation failed with code 1. OpenSSL Error messages:
