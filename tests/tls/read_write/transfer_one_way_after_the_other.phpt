--TEST--
TLS: 64 MiB in each direction, one after the other
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$block = random_bytes(1 << 20);
$pid = in_child(function () use ($to, $block) {
    $client = tls_client($to);
    for ($i = 0; $i < 64; ++$i) if (fwrite($client, $block) !== strlen($block)) break;
    $hash = hash_init('xxh3');
    for ($left = 64 << 20; $left > 0; $left -= strlen($data)) hash_update($hash, $data = fread($client, 65536));
    fwrite($client, hash_final($hash) . "\n");
    fgets($client);
});
$conn = stream_socket_accept($server, 20);
$hash = hash_init('xxh3');
for ($left = 64 << 20; $left > 0; $left -= strlen($data)) hash_update($hash, $data = fread($conn, 65536));
for ($i = 0; $i < 64; ++$i) if (fwrite($conn, $block) !== strlen($block)) break;
$expected = hash_init('xxh3');
for ($i = 0; $i < 64; ++$i) hash_update($expected, $block);
$expected = hash_final($expected);
var_dump(hash_final($hash) === $expected, rtrim(fgets($conn)) === $expected);
fclose($conn);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(true)
bool(true)
