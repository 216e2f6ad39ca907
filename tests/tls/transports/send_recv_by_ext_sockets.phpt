--TEST--
TLS: socket_import_stream() on a TLS stream is refused, stream_select() is not
--EXTENSIONS--
openssl
sockets
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
var_dump(@socket_import_stream($client));
fwrite($conn, 'x');
var_dump(wait_readable($client), stream_isatty($client), stream_supports_lock($client));
?>
--EXPECT--
bool(false)
bool(true)
bool(false)
bool(false)
