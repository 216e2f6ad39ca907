--TEST--
TLS: ssl, tls, tlsv1.2 and tlsv1.3 servers and clients, with the protocol in the meta data of both
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
foreach (['ssl', 'tls', 'tlsv1.2', 'tlsv1.3'] as $scheme) {
    [$server, $to] = tls_server([], $scheme);
    $pid = in_child(function () use ($to) {
        $client = tls_client($to);
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
ssl: client TLSv1.3, server TLSv1.3
tls: client TLSv1.3, server TLSv1.3
tlsv1.2: client TLSv1.2, server TLSv1.2
tlsv1.3: client TLSv1.3, server TLSv1.3
