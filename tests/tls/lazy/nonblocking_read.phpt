--TEST--
TLS: a lazy handshake without blocking: reads of nothing until it is done
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
var_dump(fread($conn, 10), feof($conn), isset(stream_get_meta_data($conn)['crypto']));
$got = '';
$c = 0;
while ($got === '') {
    if ($c === 0 && ($c = stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT))) fwrite($client, 'hello');
    $got = fread($conn, 10);
    [$r, $w, $e] = [$c ? [$conn] : [$conn, $client], null, null];
    if ($got === '' && !stream_select($r, $w, $e, 20)) die("nothing happens\n");
}
var_dump($c, $got, isset(stream_get_meta_data($conn)['crypto']), stream_get_meta_data($conn)['blocked']);
?>
--EXPECT--
string(0) ""
bool(false)
bool(false)
bool(true)
string(5) "hello"
bool(true)
bool(false)
