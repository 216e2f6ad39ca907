--TEST--
TLS: 16 MiB in both directions at once, by select in one process
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
$sides = ['client' => $client, 'server' => $conn];
$data = random_bytes(16 << 20);
$sent = $got = [];
foreach ($sides as $name => $stream) {
    stream_set_blocking($stream, false);
    $sent[$name] = 0;
    $got[$name] = '';
}
do {
    $r = array_filter($sides, fn ($name) => strlen($got[$name]) < strlen($data), ARRAY_FILTER_USE_KEY);
    $w = array_filter($sides, fn ($name) => $sent[$name] < strlen($data), ARRAY_FILTER_USE_KEY);
    $e = null;
    if (!$r) break;
    if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
    foreach ($w as $name => $stream) $sent[$name] += fwrite($stream, substr($data, $sent[$name], 100_000));
    foreach ($r as $name => $stream) $got[$name] .= fread($stream, 100_000);
} while (true);
var_dump($got['client'] === $data, $got['server'] === $data);
?>
--EXPECT--
bool(true)
bool(true)
