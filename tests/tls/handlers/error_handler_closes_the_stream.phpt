--TEST--
TLS: an error handler that closes the stream whose handshake fails, in a read, a write and enable_crypto
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
$before = count_descriptors();
foreach ([
    fn ($stream) => fread($stream, 10),
    fn ($stream) => fgets($stream),
    fn ($stream) => stream_get_contents($stream),
    fn ($stream) => fwrite($stream, 'x'),
    fn ($stream) => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER),
] as $use) {
    $client = stream_socket_client($tcp);
    fwrite($client, "GET / HTTP/1.0\r\n\r\n");
    $connection = stream_socket_accept($server, 20);
    set_error_handler(function ($level, $text) use ($connection) {
        echo strtok($text, ':'), ': ', is_resource($connection) ? json_encode(fclose($connection)) : 'closed', "\n";
    });
    var_dump($use($connection), is_resource($connection));
    restore_error_handler();
    stream_set_timeout($client, 20);
    stream_get_contents($client);
    var_dump(feof($client));
    $client = $connection = null;
}
var_dump(count_descriptors() - $before);
?>
--EXPECT--
fread(): true
bool(false)
bool(false)
bool(true)
fgets(): true
bool(false)
bool(false)
bool(true)
stream_get_contents(): true
string(0) ""
bool(false)
bool(true)
fwrite(): true
bool(false)
bool(false)
bool(true)
stream_socket_enable_crypto(): true
bool(false)
bool(false)
bool(true)
int(0)
