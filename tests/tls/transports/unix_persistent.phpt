--TEST--
TLS on a persistent connection by pfsockopen() to unix://
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
$child = in_child(function () use ($server) {
    $connection = stream_socket_accept($server, 20);
    stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    while (($line = fgets($connection)) !== false) fwrite($connection, strrev(rtrim($line)) . "\n");
    exit(feof($connection) ? 0 : 1);
});
fclose($server);
$first = pfsockopen("unix://$path");
tls_options($first, ['verify_peer' => false, 'verify_peer_name' => false]);
var_dump(stream_socket_enable_crypto($first, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
fwrite($first, "abc\n");
var_dump(fgets($first), get_resource_type($first));
$second = pfsockopen("unix://$path"); // the same one
fwrite($second, "def\n");
var_dump($first === $second, fgets($second), isset(stream_get_meta_data($second)['crypto']));
fclose($second);
var_dump(ended($child));
?>
--EXPECT--
bool(true)
string(4) "cba
"
string(17) "persistent stream"
bool(true)
string(4) "fed
"
bool(true)
int(0)
