--TEST--
TLS: handshake=lazy: a connection whose handshake has failed stays dead
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, , $tcp] = tls_lazy_server();
show_tls_errors(true);
foreach ([["GET / HTTP/1.0\r\n\r\n", true], ["GET / HTTP/1.0\r\n\r\n", false], [null, true]] as [$words, $is_blocking]) {
    $client = stream_socket_client($tcp);
    if ($words === null) stream_socket_shutdown($client, STREAM_SHUT_WR); else fwrite($client, $words);
    $connection = stream_socket_accept($server, 20);
    wait_readable($connection);
    stream_set_blocking($connection, $is_blocking);
    var_dump(fread($connection, 100), feof($connection), fwrite($connection, 'x'), fread($connection, 100));
    // (0 from a newer OpenSSL when it does not block)
    var_dump(@stream_socket_enable_crypto($connection, true, STREAM_CRYPTO_METHOD_TLS_SERVER) !== true);
    var_dump(isset(stream_get_meta_data($connection)['crypto']));
    var_dump(fclose($connection));
    stream_set_timeout($client, 20);
    $seen = stream_get_contents($client);
    var_dump(strpos($seen, 'x'), feof($client)); // an alert at most
}
?>
--EXPECTF--
Warning: fread(): SSL operation failed with code 1. OpenSSL Error messages: http request
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
Warning: fread(): SSL operation failed with code 1. OpenSSL Error messages: http request
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(true)
bool(false)
bool(true)
bool(false)
bool(true)
