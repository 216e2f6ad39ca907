--TEST--
TLS: bytes that came with the line before a handshake are refused, and never read behind it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
show_tls_errors();
$uris = ['tcp://127.0.0.1:0', 'unix://' . temp_path('starttls')];
foreach ($uris as $uri) foreach (['client', 'server'] as $victim) foreach ([true, false] as $blocking) {
    echo strtok($uri, ':'), " $victim, ", $blocking ? 'blocking' : 'non-blocking', "\n";
    [$server, $to] = tls_plain_server($uri);
    $client = tls_client($to);
    $conn = stream_socket_accept($server, 20);
    if ($uri !== $uris[0]) unlink(substr($uri, 7));
    [$ours, $theirs] = $victim === 'client' ? [$client, $conn] : [$conn, $client];
    fwrite($theirs, "STARTTLS\r\nINJECTED\r\n");
    echo fgets($ours);
    stream_set_blocking($ours, $blocking);
    $method = $victim === 'client' ? STREAM_CRYPTO_METHOD_TLS_CLIENT : STREAM_CRYPTO_METHOD_TLS_SERVER;
    var_dump(stream_socket_enable_crypto($ours, true, $method), isset(stream_get_meta_data($ours)['crypto']));
    // Who tries again, or goes on in plain, does not find them either.
    fwrite($theirs, "later\r\n");
    wait_readable($ours);
    echo fgets($ours);
    tls_begin($client, $conn);
    fwrite($theirs, "genuine\r\n");
    echo fgets($ours);
}
?>
--EXPECT--
tcp client, blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
tcp client, non-blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
tcp server, blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
tcp server, non-blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
unix client, blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
unix client, non-blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
unix server, blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
unix server, non-blocking
STARTTLS
Warning: stream_socket_enable_crypto(): Cannot enable crypto: 10 bytes came before the handshake, now dropped
bool(false)
bool(false)
later
genuine
