--TEST--
TLS: https:// by an HTTP proxy: CONNECT, and TLS on the same connection
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$proxy = stream_socket_server('tcp://127.0.0.1:0', $errno, $errstr, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, tls_server_context());
$pid = in_child(function () use ($proxy) {
    $conn = stream_socket_accept($proxy, 20);
    $line = rtrim(fgets($conn));
    while (rtrim(fgets($conn)) !== '');
    fwrite($conn, "HTTP/1.0 200 Connection established\r\n\r\n");
    stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    $get = fgets($conn);
    while (rtrim(fgets($conn)) !== '');
    fwrite($conn, "HTTP/1.0 200 OK\r\n\r\n$line\n$get");
    fclose($conn);
});
$context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false],
    'http' => ['proxy' => 'tcp://' . stream_socket_get_name($proxy, false), 'request_fulluri' => true]]);
echo file_get_contents('https://shop.test/cart', false, $context);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
CONNECT shop.test:443 HTTP/1.0
GET https://shop.test/cart HTTP/1.1
