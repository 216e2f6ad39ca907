--TEST--
TLS: the end comes after all that was sent, however it is read
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach ([fn ($stream) => stream_get_contents($stream), fn ($stream) => tls_read($stream, 100_000),
          fn ($stream) => implode(iterator_to_array((function () use ($stream) { while (($line = fgets($stream)) !== false) yield $line; })(), false))] as $read) {
    [$client, $conn] = tls_pair();
    $data = str_repeat("a line of text\n", 5000);
    fwrite($conn, $data);
    fclose($conn);
    var_dump($read($client) === $data, feof($client));
}
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
bool(true)
