--TEST--
TLS: non-blocking writes: a part, then nothing, then the rest as the peer reads
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
stream_set_blocking($client, false);
stream_set_blocking($conn, false);
$data = random_bytes(16 << 20);
$first = fwrite($client, $data);
var_dump($first > 0 && $first < strlen($data));
for ($sent = $first; ($count = fwrite($client, substr($data, $sent))) > 0; $sent += $count);
var_dump($count, feof($client));
for ($got = ''; strlen($got) < strlen($data); ) {
    [$r, $w, $e] = [[$conn], $sent < strlen($data) ? [$client] : [], null];
    if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
    if ($r) $got .= fread($conn, 1 << 20);
    if ($w) $sent += fwrite($client, substr($data, $sent, 1 << 20));
}
var_dump($got === $data);
?>
--EXPECT--
bool(true)
int(0)
bool(false)
bool(true)
