--TEST--
TLS: a connect with a timeout of 0, which is none for the handshake
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
    $connection = stream_socket_accept($server, 20);
    fwrite($connection, fgets($connection));
    fgets($connection);
});
$client = tls_client($to, [], 0);
fwrite($client, "hello\n");
var_dump(fgets($client));
fclose($client);
var_dump(ended($child));
?>
--EXPECT--
string(6) "hello
"
int(0)
