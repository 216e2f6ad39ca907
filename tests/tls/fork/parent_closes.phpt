--TEST--
TLS: a parent that accepts, forks a child to serve the connection and closes its own copy does not end the TLS
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$client_process = child_client($to, function ($client) {
    fwrite($client, "one\n");
    if (fgets($client) !== "two\n") exit(1);
    fwrite($client, "three\n");
    exit(fgets($client) === "four\n" && fgets($client) === false && feof($client) ? 0 : 2);
});
$connection = stream_socket_accept($server, 20);
[$wait, $go] = connect_pair();
$child = in_child(function () use ($connection, $wait) {
    fgets($wait); // the parent has closed its copy
    if (fgets($connection) !== "one\n") exit(1);
    fwrite($connection, "two\n");
    if (fgets($connection) !== "three\n") exit(2);
    fwrite($connection, "four\n");
});
fclose($connection); // not read nor written since the fork
fwrite($go, "go\n");
var_dump(ended($child), ended($client_process));
?>
--EXPECT--
int(0)
int(0)
