--TEST--
TLS on unix://: 8 MiB each way at the same time
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$path = temp_path('tls-unix');
$server = stream_socket_server("unix://$path", $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, tls_server_context());
$data = random_bytes(1 << 20);
$child = in_child(function () use ($path, $data) {
    $client = tls_client("unix://$path");
    if (!stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) exit(1);
    for ($i = 0; $i < 8; ++$i) {
        fwrite($client, $data);
        if (stream_get_contents($client, 1 << 20) !== strrev($data)) exit(2);
    }
});
$connection = stream_socket_accept($server, 20);
var_dump(stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER));
for ($i = 0; $i < 8; ++$i) {
    if (stream_get_contents($connection, 1 << 20) !== $data) echo "damaged\n";
    fwrite($connection, strrev($data));
}
var_dump(fread($connection, 10), feof($connection), ended($child));
?>
--EXPECT--
bool(true)
string(0) ""
bool(true)
int(0)
