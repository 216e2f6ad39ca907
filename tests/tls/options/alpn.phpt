--TEST--
TLS: alpn_protocols: what both have, in the server's order; none in common
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
foreach ([['h2,http/1.1', 'http/1.1,h2'], ['http/1.1', 'h2,http/1.1'], ['h2', null], [null, 'h2'], ['a', 'b']] as [$server, $client]) {
    [$c, $s] = tls_ends($server ? ['alpn_protocols' => $server] : [], $client ? ['alpn_protocols' => $client] : []);
    echo json_encode(@tls_shake($c, $s));
    foreach ([$c, $s] as $end) echo ' ', json_encode(stream_get_meta_data($end)['crypto']['alpn_protocol'] ?? null);
    echo "\n";
}
?>
--EXPECT--
[true,true] "h2" "h2"
[true,true] "http\/1.1" "http\/1.1"
[true,true] null null
[true,true] null null
[true,true] null null
