--TEST--
TLS: security_level: out of range; too high for the certificate; high enough
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
foreach ([-1, 6, 5, 2] as $level) {
    [$client, $conn] = tls_ends(['security_level' => $level]);
    stream_set_blocking($conn, false);
    var_dump(stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
}
?>
--EXPECTF--
Warning: stream_socket_enable_crypto(): Security level must be between 0 and 5
int(0)
Warning: stream_socket_enable_crypto(): Security level must be between 0 and 5
Warning: stream_socket_enable_crypto(): Unable to set local cert chain file `%s'; Check that your cafile/capath settings include details of your certificate and its issuer
bool(false)
Warning: stream_socket_enable_crypto(): Unable to set local cert chain file `%s'; Check that your cafile/capath settings include details of your certificate and its issuer
bool(false)
int(0)
