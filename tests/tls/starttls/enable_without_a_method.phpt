--TEST--
TLS: stream_socket_enable_crypto() without a method: an error, unless the context has one
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client, $conn] = tls_ends();
try {
    stream_socket_enable_crypto($client, true);
} catch (Error $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
[$client, $conn] = tls_ends([], ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]);
stream_set_blocking($client, false);
var_dump(stream_socket_enable_crypto($client, true));
stream_set_blocking($conn, false);
var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
?>
--EXPECT--
ValueError: stream_socket_enable_crypto(): Argument #3 ($crypto_method) must be specified when enabling encryption
int(0)
int(0)
