--TEST--
TLS: handshake: a handler that closes the stream, or the listener, ends it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
[$theirs, $ours] = connect_pair();
pcntl_signal(SIGUSR1, function () use ($ours) { var_dump(fclose($ours)); });
$child = signal_in_wait(SIGUSR1);
var_dump(@stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
ended($child);
var_dump(is_resource($ours));
stream_set_timeout($theirs, 20);
var_dump(strlen(stream_get_contents($theirs)) > 0, feof($theirs)); // a client's first message

[$server, , $tcp] = tls_server();
$raw = stream_socket_client($tcp);
pcntl_signal(SIGUSR1, function () use ($server) { var_dump(fclose($server)); });
$child = signal_in_wait(SIGUSR1);
var_dump(is_resource(@stream_socket_accept($server, 20)));
ended($child);
var_dump(is_resource($server), @stream_socket_client($tcp));
?>
--EXPECT--
bool(true)
bool(false)
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
