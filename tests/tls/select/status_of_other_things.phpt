--TEST--
TLS: stream_socket_get_crypto_status(): plain streams of all kinds are NONE, and what is no stream is an error
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
// (8.6 warns of streams that cannot have TLS.)
var_dump(@stream_socket_get_crypto_status(fopen('php://memory', 'r+')));
var_dump(@stream_socket_get_crypto_status(STDIN));
var_dump(@stream_socket_get_crypto_status(stream_socket_server('udp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND)));
[$listener] = tls_server();
var_dump(@stream_socket_get_crypto_status($listener));
fclose($listener);
foreach (['a string', 5, null, stream_context_create(), $listener] as $thing) {
    try {
        var_dump(stream_socket_get_crypto_status($thing));
    } catch (TypeError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
try {
    stream_socket_get_crypto_status();
} catch (Error $error) {
    echo get_class($error), ': ', $error->getMessage(), "\n";
}
echo (new ReflectionFunction('stream_socket_get_crypto_status'))->getReturnType(), "\n";
?>
--EXPECTF--
int(0)
int(0)
int(0)
int(0)
TypeError: stream_socket_get_crypto_status(): Argument #1 ($stream) must be of type resource, string given
TypeError: stream_socket_get_crypto_status(): Argument #1 ($stream) must be of type resource, int given
TypeError: stream_socket_get_crypto_status(): Argument #1 ($stream) must be of type resource, null given
TypeError: stream_socket_get_crypto_status(): %sstream resource
TypeError: stream_socket_get_crypto_status(): %sstream resource
ArgumentCountError: stream_socket_get_crypto_status() expects exactly 1 argument, 0 given
int
