--TEST--
TLS: pfsockopen: the same TLS connection again, and a new one when that is dead
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($server) {
    for ($i = 1; $i <= 2; ++$i) {
        $conn = stream_socket_accept($server, 20);
        while (($line = fgets($conn)) !== false && $line !== "bye\n") fwrite($conn, "connection $i: $line");
        fclose($conn);
    }
});
$flags = STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT;
$context = tls_client_context();
$first = stream_socket_client($to, $errno, $errstr, 20, $flags, $context);
fwrite($first, "hello\n");
echo get_resource_type($first), ' ', fgets($first);
$again = stream_socket_client($to, $errno, $errstr, 20, $flags, $context);
fwrite($again, "again\n");
echo $first === $again ? 'same ' : 'other ', fgets($again);
fwrite($again, "bye\n");
var_dump(fgets($again), feof($again), wait_readable($again)); // (the last when the FIN is here)
$new = stream_socket_client($to, $errno, $errstr, 20, $flags, $context);
fwrite($new, "anew\n");
echo fgets($new);
fwrite($new, "bye\n");
fclose($new);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
persistent stream connection 1: hello
same connection 1: again
bool(false)
bool(true)
bool(true)
connection 2: anew
