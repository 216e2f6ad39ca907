--TEST--
TLS: a cafile that is not there, and one that is none
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
foreach (['/does/not/exist', tls_file('no certificate')] as $cafile) {
    [$client, $conn] = tls_ends([], ['verify_peer' => true, 'cafile' => $cafile]);
    stream_set_blocking($client, false);
    var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
}
?>
--EXPECTF--
Warning: failed loading cafile stream: `/does/not/exist'
bool(false)
Warning: %Sno valid certs found cafile stream: %s
bool(false)
