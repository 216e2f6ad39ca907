--TEST--
TLS: enable_crypto with a peer that closes: blocking and not
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
foreach ([true, false] as $blocking) {
    [$client, $conn] = tls_ends();
    fclose($conn);
    stream_set_blocking($client, $blocking);
    while (($result = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) === 0) wait_readable($client);
    var_dump($result);
    [$client, $conn] = tls_ends();
    fclose($client);
    stream_set_blocking($conn, $blocking);
    while (($result = stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER)) === 0) wait_readable($conn);
    var_dump($result);
}
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
