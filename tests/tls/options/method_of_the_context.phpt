--TEST--
TLS: the crypto_method option instead of the scheme's
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($to) {
    $client = tls_client($to, ['crypto_method' => STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT]);
    fwrite($client, stream_get_meta_data($client)['crypto']['protocol'] . "\n");
    fgets($client);
});
$conn = stream_socket_accept($server, 20);
echo fgets($conn);
fclose($conn);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
TLSv1.2
