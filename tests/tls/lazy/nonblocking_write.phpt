--TEST--
TLS: a lazy handshake without blocking: writes of nothing until it is done
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$client = tls_client($tcp);
$conn = stream_socket_accept($server, 20);
stream_set_blocking($conn, false);
stream_set_blocking($client, false);
var_dump(fwrite($conn, 'hello'), feof($conn));
$sent = $c = 0;
while ($sent === 0) {
    if ($c === 0) $c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
    $sent = fwrite($conn, 'hello');
    [$r, $w, $e] = [$c ? [$conn] : [$conn, $client], null, null];
    if ($sent === 0 && !stream_select($r, $w, $e, 20)) die("nothing happens\n");
}
stream_set_blocking($client, true);
var_dump($sent, $c, fread($client, 10));
?>
--EXPECT--
int(0)
bool(false)
int(5)
bool(true)
string(5) "hello"
