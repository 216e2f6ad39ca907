--TEST--
TLS: shutdown functions do handshakes, read and write
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
$server_ssl = ['local_cert' => tls_certificate()];
register_shutdown_function(function () use ($server_ssl) {
    [$client, $conn] = tls_pair($server_ssl);
    fwrite($conn, "from the shutdown function\n");
    echo fgets($client);
});
?>
--EXPECT--
from the shutdown function
