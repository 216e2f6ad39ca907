--TEST--
TLS: the peer resets the connection
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
show_errors();
[$server, $to] = tls_server();
$pid = in_child(function () use ($to) {
    $client = tls_client($to);
    fwrite($client, "here\n");
    sleep(20); // reads nothing, so that the kernel resets
});
$conn = stream_socket_accept($server, 20);
fgets($conn);
fwrite($conn, 'unread');
posix_kill($pid, SIGKILL);
pcntl_waitpid($pid, $status);
var_dump(@fread($conn, 100), feof($conn));
var_dump(@fwrite($conn, 'x'), @fwrite($conn, 'y'));
?>
--EXPECT--
string(0) ""
bool(true)
int(0)
int(0)
