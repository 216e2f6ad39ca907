--TEST--
TLS: connect: OpenSSL's reason of one connect is not shown by the next, nor on success
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$child = in_child(function () use ($server) {
    @stream_socket_accept($server, 20);
    fgets(stream_socket_accept($server, 20));
});
@stream_socket_client($to, $errno, $errstr, 20);
var_dump($errstr !== '');
$client = stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT, tls_client_context());
var_dump(is_resource($client), $errno, $errstr);
fwrite($client, "bye\n");
var_dump(ended($child));
fclose($server);
@stream_socket_client($to, $errno, $errstr, 20);
var_dump($errstr);
?>
--EXPECT--
bool(true)
bool(true)
int(0)
string(0) ""
int(0)
string(18) "Connection refused"
