--TEST--
TLS: tlsv1.0 and tlsv1.1 at security level 0
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../../inc/tls.inc'; if (@tls_shake(...tls_ends(['security_level' => 0], ['security_level' => 0]), client_method: STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT, server_method: STREAM_CRYPTO_METHOD_TLSv1_0_SERVER) !== [true, true]) die('skip not in this OpenSSL'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['tlsv1.0', 'tlsv1.1'] as $scheme) {
    [$server, $to] = tls_server(['security_level' => 0], $scheme);
    $pid = in_child(function () use ($to) {
        $client = tls_client($to, ['security_level' => 0]);
        fwrite($client, 'client ' . stream_get_meta_data($client)['crypto']['protocol'] . "\n");
        fgets($client);
    });
    $conn = stream_socket_accept($server, 20);
    echo $scheme, ': ', rtrim(fgets($conn)), ', server ', stream_get_meta_data($conn)['crypto']['protocol'], "\n";
    fclose($conn);
    pcntl_waitpid($pid, $status);
}
?>
--EXPECT--
tlsv1.0: client TLSv1, server TLSv1
tlsv1.1: client TLSv1.1, server TLSv1.1
