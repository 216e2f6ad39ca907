--TEST--
TLS: peer_fingerprint that is neither string nor array
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
echo json_encode(tls_shake(...tls_ends([], ['peer_fingerprint' => 1]))), "\n";
?>
--EXPECT--
Warning: stream_socket_enable_crypto(): Expected peer fingerprint must be a string or an array
[false,true]
