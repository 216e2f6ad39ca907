--TEST--
TLS: accept: handshakes that fail or time out leave no descriptor
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_server();
$before = count_descriptors();
for ($i = 0; $i < 30; ++$i) {
    $client = stream_socket_client($tcp);
    if ($i % 3 === 0) fwrite($client, "GET / HTTP/1.0\r\n\r\n");
    if ($i % 3 === 1) fclose($client);
    if (@stream_socket_accept($server, 0.02)) echo "accepted\n";
    if ($i % 3 !== 1) fclose($client);
}
var_dump(count_descriptors() - $before);
?>
--EXPECT--
int(0)
