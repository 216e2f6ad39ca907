--TEST--
TLS: meta data of both ends
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair(['alpn_protocols' => 'h2'], ['alpn_protocols' => 'http/1.1,h2']);
foreach ([$client, $conn] as $stream) {
    $data = stream_get_meta_data($stream);
    $crypto = $data['crypto'];
    echo implode(' ', array_diff(array_keys($data), ['uri'])), "\n", implode(' ', array_diff(array_keys($crypto), ['session_reused'])), "\n";
    echo $crypto['protocol'], ' ', $crypto['cipher_version'], ' ', gettype($crypto['cipher_name']), ' ', $crypto['cipher_bits'] >= 128 ? 'ok' : 'weak', "\n";
    unset($data['crypto'], $data['uri']);
    echo json_encode($data), "\n";
}
?>
--EXPECT--
crypto timed_out blocked eof stream_type mode unread_bytes seekable
protocol cipher_name cipher_bits cipher_version alpn_protocol
TLSv1.3 TLSv1.3 string ok
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
crypto timed_out blocked eof stream_type mode unread_bytes seekable
protocol cipher_name cipher_bits cipher_version alpn_protocol
TLSv1.3 TLSv1.3 string ok
{"timed_out":false,"blocked":true,"eof":false,"stream_type":"tcp_socket\/ssl","mode":"r+","unread_bytes":0,"seekable":false}
