--TEST--
TLS: accept: a client that speaks HTTP, or nonsense; the warning has OpenSSL's reason
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors(true);
foreach (["GET / HTTP/1.0\r\n\r\n", str_repeat("nonsense\n", 10)] as $words) {
    [$server, , $tcp] = tls_server();
    $client = stream_socket_client($tcp);
    fwrite($client, $words);
    var_dump(stream_socket_accept($server, 20));
    stream_set_timeout($client, 20);
    @stream_get_contents($client);
    var_dump(feof($client)); // it is closed
}
?>
--EXPECTF--
Warning: stream_socket_accept(): Accept failed: SSL operation failed with code 1. OpenSSL Error messages: http request
bool(false)
bool(true)
Warning: stream_socket_accept(): Accept failed: SSL operation failed with code 1. OpenSSL Error messages: wrong version number
bool(false)
bool(true)
