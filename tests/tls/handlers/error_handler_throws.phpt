--TEST--
TLS: an error handler that throws at a failing handshake: accept, connect, enable_crypto, lazy read and write
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
[$lazy, , $lazy_tcp] = tls_lazy_server();
$plain = stream_socket_server('tcp://127.0.0.1:0');
$name = stream_socket_get_name($plain, false);
$child = in_child(function () use ($plain) {
    $connection = stream_socket_accept($plain, 20);
    fread($connection, 10000);
    fwrite($connection, "220 ready\r\n");
    fgets($connection);
});
$talk = function ($tcp) {
    $client = stream_socket_client($tcp);
    fwrite($client, "GET / HTTP/1.0\r\n\r\n");
    return $client;
};
$before = count_descriptors();
foreach ([
    'accept' => function () use ($talk, $server, $tcp) { $client = $talk($tcp); stream_socket_accept($server, 20); },
    'connect' => function () use ($name) { stream_socket_client("ssl://$name", $errno, $errstr, 20); },
    'enable' => function () use ($talk, $lazy, $lazy_tcp) {
        $client = $talk($lazy_tcp);
        stream_socket_enable_crypto(stream_socket_accept($lazy, 20), true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    },
    'read' => function () use ($talk, $lazy, $lazy_tcp) { $client = $talk($lazy_tcp); fread(stream_socket_accept($lazy, 20), 10); },
    'write' => function () use ($talk, $lazy, $lazy_tcp) { $client = $talk($lazy_tcp); fwrite(stream_socket_accept($lazy, 20), 'x'); },
] as $what => $run) {
    set_error_handler(function ($level, $text) { throw new Exception(str_replace("\n", ' ', $text)); });
    try {
        $run();
        echo "not reached\n";
    } catch (Exception $exception) {
        for (; $exception; $exception = $exception->getPrevious()) echo "$what: ", $exception->getMessage(), "\n";
    }
    restore_error_handler();
}
var_dump(count_descriptors() - $before);
stop($child);
?>
--EXPECTF--
accept: stream_socket_accept(): Accept failed: SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:http request
connect: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:wrong version number
enable: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:http request
read: fread(): SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:http request
write: fwrite(): SSL operation failed with code 1. OpenSSL Error messages: error:%x:SSL routines:%S:http request
int(0)
