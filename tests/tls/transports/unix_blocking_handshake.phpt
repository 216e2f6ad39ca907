--TEST--
TLS on unix://: blocking handshakes in two processes, verified by the peer's name, and a failed one
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
$child = in_child(function () use ($path) {
    foreach (['localhost', 'elsewhere'] as $name) {
        $client = stream_socket_client("unix://$path", $errno, $errstr, 20, STREAM_CLIENT_CONNECT, stream_context_create(
            ['ssl' => ['cafile' => tls_certificate(), 'peer_name' => $name]]));
        $is_on = @stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
        if ($is_on !== ($name === 'localhost')) exit(1);
        if ($is_on) fwrite($client, "hello\n");
        fclose($client);
    }
});
$first = stream_socket_accept($server, 20);
var_dump(stream_socket_enable_crypto($first, true, STREAM_CRYPTO_METHOD_TLS_SERVER), fgets($first), fgets($first), feof($first));
$second = stream_socket_accept($server, 20);
@stream_socket_enable_crypto($second, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
var_dump(@fgets($second), ended($child));
?>
--EXPECT--
bool(true)
string(6) "hello
"
bool(false)
bool(true)
bool(false)
int(0)
