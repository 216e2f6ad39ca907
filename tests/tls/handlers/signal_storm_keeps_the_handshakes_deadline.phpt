--TEST--
TLS: a storm of signals neither prolongs nor shortens a handshake's timeout
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () use (&$handled) { ++$handled; });
[$server, , $tcp] = tls_server();
$raw = stream_socket_client($tcp);
$storm = signal_storm(SIGUSR1);
var_dump(timed(fn () => @stream_socket_accept($server, 0.5), 0.499));
$silent = stream_socket_server('tcp://127.0.0.1:0');
$name = stream_socket_get_name($silent, false);
var_dump(timed(fn () => @stream_socket_client("ssl://$name", $errno, $errstr, 0.5), 0.499));
stop($storm);
var_dump($handled > 0);
?>
--EXPECT--
in time
bool(false)
in time
bool(false)
bool(true)
