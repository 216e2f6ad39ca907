--TEST--
TLS: that taken bytes can no longer be sent is for a write to say: nothing else warns of it, as in stock
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$then = [
    'fclose' => fn ($ours) => fclose($ours),
    'fflush' => fn ($ours) => fflush($ours),
    'shutdown' => fn ($ours) => stream_socket_shutdown($ours, STREAM_SHUT_WR),
    'enable_crypto' => fn ($ours) => stream_socket_enable_crypto($ours, false),
    'fread' => fn ($ours) => fread($ours, 1),
    'blocking fread' => fn ($ours) => stream_set_blocking($ours, true) && print json_encode(fread($ours, 1)) . ' ',
    'fwrite' => fn ($ours) => fwrite($ours, 'x'),
];
set_error_handler(fn (int $level, string $text) => print strtok($text, ':') . " warns\n");
foreach ($then as $name => $operation) {
    [$ours, $theirs] = tls_small_pair(2000);
    stream_set_blocking($ours, false);
    while (fwrite($ours, str_repeat('x', 16384)));
    fclose($theirs); // with bytes unread: a reset
    wait_readable($ours);
    echo json_encode($operation($ours)), " $name\n";
}
?>
--EXPECT--
true fclose
true fflush
false shutdown
false enable_crypto
"" fread
"" true blocking fread
fwrite() warns
0 fwrite
