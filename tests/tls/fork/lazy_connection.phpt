--TEST--
TLS: handshake=lazy: a child shakes hands on what its parent accepted; the parent's copy goes silently
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_lazy_server();
$client = child_client($to, function ($client) {
    fwrite($client, "hello\n");
    exit(fgets($client) === "world\n" && fgets($client) === false && feof($client) ? 0 : 1);
});
$connection = stream_socket_accept($server, 20);
[$wait, $go] = connect_pair();
$child = in_child(function () use ($connection, $wait) {
    fgets($wait);
    if (fgets($connection) !== "hello\n") exit(1);
    fwrite($connection, "world\n");
});
fclose($connection);
fwrite($go, "go\n");
var_dump(ended($child), ended($client));
?>
--EXPECT--
int(0)
int(0)
