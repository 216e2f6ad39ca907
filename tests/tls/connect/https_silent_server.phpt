--TEST--
TLS: https://: a silent server costs the wrapper's timeout, and the connect's reason is warned of as in stock
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = stream_socket_get_name($server, false);
show_tls_errors();
$context = stream_context_create(['http' => ['timeout' => 0.5]]);
var_dump(timed(fn () => file_get_contents("https://$to/", false, $context), 0.499));
?>
--EXPECTF--
Warning: file_get_contents(): SSL: Handshake timed out
Warning: file_get_contents(): Failed to enable crypto
Warning: file_get_contents(%S): Failed to open stream: Connection timed out
in time
bool(false)
