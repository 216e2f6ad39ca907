--TEST--
TLS: a fatal error with connections, a pending handshake and a listener open
--EXTENSIONS--
openssl
--INI--
fatal_error_backtraces=0
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
[$other, $pending] = tls_ends();
stream_set_blocking($pending, false);
stream_socket_enable_crypto($pending, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
[$server] = tls_server();
register_shutdown_function(function () use ($client, $conn) {
    fwrite($client, 'still works');
    var_dump(fread($conn, 100));
});
undefined_function();
?>
--EXPECTF--

Fatal error: Uncaught Error: Call to undefined function undefined_function() in %s:%d
Stack trace:
#0 {main}
  thrown in %s on line %d
string(11) "still works"
