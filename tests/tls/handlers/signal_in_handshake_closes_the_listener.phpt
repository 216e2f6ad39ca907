--TEST--
TLS: a signal handler closes the listener within the handshake of its connection
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
pcntl_signal(SIGUSR1, function () use ($server) { var_dump(fclose($server)); });
$child = signal_in_wait(SIGUSR1);
var_dump(timed(fn () => @stream_socket_accept($server, 300)));
echo error_get_last()['message'], "\n";
var_dump(is_resource($server), fread($client, 10), feof($client));
ended($child);
?>
--EXPECT--
bool(true)
in time
bool(false)
stream_socket_accept(): Accept failed: Operation canceled
bool(false)
string(0) ""
bool(true)
