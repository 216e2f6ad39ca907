--TEST--
TLS: enable_crypto without blocking: 0 until it is done, then true; select says when to go on; the mode stays
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_plain_server();
var_dump(stream_socket_enable_crypto($server, false)); // harmless
$client = tls_client($to);
$conn = stream_socket_accept($server, 20);
stream_set_blocking($client, false);
stream_set_blocking($conn, false);
$step_of_client = fn () => stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT);
$step_of_server = fn () => stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
var_dump($step_of_server(), $step_of_client(), $step_of_client());
var_dump(wait_readable($conn), $step_of_server());
var_dump(wait_readable($client), $step_of_client());
var_dump(wait_readable($conn), $step_of_server());
var_dump(fread($conn, 10), stream_get_meta_data($client)['blocked'], stream_get_meta_data($conn)['blocked']);
fwrite($client, "hello\n");
var_dump(wait_readable($conn), fgets($conn));
stream_set_blocking($client, true);
fwrite($conn, "answer\n");
var_dump(fgets($client), stream_get_meta_data($client)['blocked'], stream_get_meta_data($conn)['blocked']);
fclose($conn);
var_dump(fgets($client), feof($client));
?>
--EXPECT--
bool(false)
int(0)
int(0)
int(0)
bool(true)
int(0)
bool(true)
bool(true)
bool(true)
bool(true)
string(0) ""
bool(false)
bool(false)
bool(true)
string(6) "hello
"
string(7) "answer
"
bool(true)
bool(false)
bool(false)
bool(true)
