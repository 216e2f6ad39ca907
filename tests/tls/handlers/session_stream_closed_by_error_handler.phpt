--TEST--
TLS: an error handler within the set-up closes the stream of the session
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (PHP_VERSION_ID >= 80600) die('skip error handlers run after the operation since PHP 8.6'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$client, $conn] = tls_pair();
[$next, $theirs] = tls_ends();
tls_options($next, ['local_cert' => __FILE__]);
set_error_handler(function ($level, $text) use ($client) {
    echo strtok($text, "'"), "\n";
    if (is_resource($client)) var_dump(fclose($client));
    return true;
});
var_dump(stream_socket_enable_crypto($next, true, STREAM_CRYPTO_METHOD_TLS_CLIENT, $client), is_resource($client));
restore_error_handler();
var_dump(fread($conn, 10), feof($conn));
?>
--EXPECTF--
%AUnable to set local cert chain file%A
bool(true)
%Abool(false)
bool(false)
string(0) ""
bool(true)
