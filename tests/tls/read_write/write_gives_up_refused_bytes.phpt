--TEST--
TLS: what a non-blocking fwrite() says it has taken arrives, and nothing else, whatever is written after a refusal
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
// Each write is of other bytes than the one before, longer or shorter; the peer reads now and then.
function transfer($ours, $theirs, int $much, int $seed): void
{
    mt_srand($seed);
    stream_set_blocking($ours, false);
    stream_set_blocking($theirs, false);
    $refusals = 0;
    for ($sent = $got = ''; strlen($sent) < $much; ) {
        $data = str_repeat(chr(mt_rand(97, 122)), mt_rand(1, 40000));
        $count = fwrite($ours, $data);
        if ($count === false) die("a write failed\n");
        $sent .= substr($data, 0, $count);
        if ($count < strlen($data)) ++$refusals;
        while (mt_rand(0, 3) && ($piece = fread($theirs, mt_rand(1, 30000))) !== '') $got .= $piece;
    }
    // Nothing more is written: who waits to read sends what is left.
    while (strlen($got) < strlen($sent)) {
        [$r, $w, $e] = [[$ours, $theirs], null, null];
        if (!stream_select($r, $w, $e, 20)) die("nothing happens\n");
        foreach ($r as $stream) $stream === $ours ? fread($ours, 100) : $got .= fread($theirs, 100000);
    }
    echo $refusals > 10 ? 'refused, ' : 'hardly refused, ', $got === $sent ? "the same\n" : "not the same\n";
}
foreach ([STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT, STREAM_CRYPTO_METHOD_TLS_CLIENT] as $method) {
    foreach ([2000, 20000, 60000] as $size) {
        [$client, $conn] = tls_small_pair($size, $method);
        transfer($client, $conn, 4_000_000, $size);
    }
}
[$client, $conn] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
tls_begin($client, $conn);
transfer($client, $conn, 4_000_000, 1);
transfer($conn, $client, 4_000_000, 2);
?>
--EXPECT--
refused, the same
refused, the same
refused, the same
refused, the same
refused, the same
refused, the same
refused, the same
refused, the same
