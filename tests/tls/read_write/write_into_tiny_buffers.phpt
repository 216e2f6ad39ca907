--TEST--
TLS: much goes through buffers that hold less than a record, to a peer that reads all the time
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server([], 'tls', ['socket' => ['so_sndbuf' => 4096]]);
$child = child_client($to, function ($client) {
    for ($size = 0; ($piece = fread($client, 65536)) !== '' && $piece !== false; $size += strlen($piece));
    exit($size === 16 << 20 ? 0 : 1);
});
$conn = stream_socket_accept($server, 20);
stream_set_timeout($conn, 20);
for ($i = 0; $i < 16 << 20; $i += 65536) if (fwrite($conn, str_repeat('x', 65536)) !== 65536) die("not written\n");
fclose($conn);
var_dump(ended($child));
?>
--EXPECT--
int(0)
