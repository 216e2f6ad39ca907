--TEST--
TLS: a handshake on a listener times out, and its accept keeps its timeout and its clients
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach (['tcp', 'tls'] as $scheme) {
    [$server, , $tcp] = tls_server([], $scheme);
    stream_set_timeout($server, 0, 50_000);
    var_dump(@stream_socket_enable_crypto($server, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
    var_dump(@stream_socket_accept($server, 0.05), @stream_socket_accept($server, 0));
}
[$server, $to] = tls_plain_server();
stream_set_timeout($server, 0, 50_000);
@stream_socket_enable_crypto($server, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
$client = stream_socket_client($to);
fwrite(stream_socket_accept($server, 20), "hello\n");
var_dump(fgets($client));
?>
--EXPECT--
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
bool(false)
string(6) "hello
"
