--TEST--
TLS: alpn_protocols with an empty name
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$client] = tls_ends([], ['alpn_protocols' => 'h2,,x']);
stream_set_blocking($client, false);
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
?>
--EXPECTF--
%Abool(false)
