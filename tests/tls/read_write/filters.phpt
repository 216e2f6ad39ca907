--TEST--
TLS: stream filters over TLS in both directions
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
stream_filter_append($client, 'convert.base64-encode', STREAM_FILTER_WRITE);
stream_filter_append($conn, 'convert.base64-decode', STREAM_FILTER_READ);
stream_filter_append($conn, 'string.toupper', STREAM_FILTER_READ);
fwrite($client, "filtered text\n");
fclose($client);
var_dump(stream_get_contents($conn));
?>
--EXPECT--
string(14) "FILTERED TEXT
"
