--TEST--
TLS: handshake=lazy: stream_socket_enable_crypto() waits for the handshake
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_lazy_server();
$child = child_client($to, function ($client) { fwrite($client, "hello\n"); });
$connection = stream_socket_accept($server, 20);
var_dump(stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
var_dump(isset(stream_get_meta_data($connection)['crypto']), fgets($connection), ended($child));

$silent = stream_socket_client($tcp);
$connection = stream_socket_accept($server, 20);
stream_set_timeout($connection, 0, 200_000);
show_tls_errors();
var_dump(timed(fn () => stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER), 0.199));
?>
--EXPECT--
bool(true)
bool(true)
string(6) "hello
"
int(0)
Warning: stream_socket_enable_crypto(): SSL: Handshake timed out
in time
bool(false)
