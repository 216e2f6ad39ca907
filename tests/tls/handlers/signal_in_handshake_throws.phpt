--TEST--
TLS: handshake: a handler's exception ends accept, connect and enable_crypto at once
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
pcntl_async_signals(true);
pcntl_signal(SIGUSR1, function () { throw new Exception('from the handler'); });
[$server, , $tcp] = tls_server();
$silent = stream_socket_server('tcp://127.0.0.1:0');
$name = stream_socket_get_name($silent, false);
[$theirs, $ours] = connect_pair();
$before = count_descriptors();
$accept = function () use ($server, $tcp) {
    $raw = stream_socket_client($tcp);
    stream_socket_accept($server, 50);
};
$connect = fn () => @stream_socket_client("ssl://$name", $errno, $errstr, 50);
$enable = fn () => stream_socket_enable_crypto($ours, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
foreach ([$accept, $connect, $enable] as $what) {
    $child = signal_in_wait(SIGUSR1);
    try {
        timed($what);
        echo "not reached\n";
    } catch (Exception $exception) {
        echo $exception->getMessage(), "\n";
    }
    ended($child);
    unset($exception);
    var_dump(count_descriptors() - $before);
}
?>
--EXPECT--
from the handler
int(0)
from the handler
int(0)
from the handler
int(0)
