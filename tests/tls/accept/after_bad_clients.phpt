--TEST--
TLS: bad clients in the queue do not keep a good one from being served, nor leave a descriptor
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_server();
$tcp = $tcp;
$before = count_descriptors();
$bad = [stream_socket_client($tcp), stream_socket_client($tcp), stream_socket_client($tcp)];
fwrite($bad[0], "HELO\r\n\r\n");
fclose($bad[1]);
$pid = in_child(function () use ($to) {
    $client = tls_client($to);
    fwrite($client, "good\n");
    fgets($client);
});
$failed = 0;
while (!$conn = @stream_socket_accept($server, $failed < 3 ? 0.2 : 20)) ++$failed;
echo $failed, ' ', fgets($conn);
fclose($conn);
unset($bad);
ended($pid);
var_dump(count_descriptors() - $before);
?>
--EXPECT--
3 good
int(0)
