--TEST--
TLS: handshake=lazy: stream_socket_enable_crypto() on a non-blocking connection says 0 until it is done
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = tls_client($tcp);
$connection = stream_socket_accept($server, 20);
stream_set_blocking($connection, false);
stream_set_blocking($client, false);
$enable = fn () => stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
$steps = [$enable(), $enable()];
for ($done = false; $done !== true && $done !== null; ) {
    $theirs = @stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
    $done = $enable();
    if ($done === false || $theirs === false) $done = null;
}
var_dump($steps, $done, isset(stream_get_meta_data($connection)['crypto']), stream_get_meta_data($connection)['blocked']);
stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
stream_set_blocking($client, true);
fwrite($connection, "hello\n");
var_dump(fgets($client));
?>
--EXPECT--
array(2) {
  [0]=>
  int(0)
  [1]=>
  int(0)
}
bool(true)
bool(true)
bool(false)
string(6) "hello
"
