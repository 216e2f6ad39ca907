--TEST--
TLS: stream_select() within a handshake without blocking: both sets wait for what it wants, and for nothing when it has failed
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/select.inc';
require __DIR__ . '/../../inc/tls.inc';
$can = fn ($stream) => select_line([$stream], null) . '; ' . select_line(null, [$stream]);

echo "To read:\n";
[$client, $conn] = tls_ends();
stream_set_blocking($conn, false);
$shake = fn ($stream) => stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
echo $can($conn), "\n";
var_dump($shake($conn));
echo $can($conn), "\n";
fwrite($client, substr(client_hello(), 0, 10));
wait_readable($conn);
echo $can($conn), "\n";
var_dump($shake($conn)); // takes it, and wants the rest
echo $can($conn), "\n";
fclose($client);
wait_readable($conn);
echo $can($conn), "\n";
var_dump(@$shake($conn));
echo $can($conn), "\n";

echo "To write:\n";
[$client, $conn] = unix_pair();
tls_options($conn, ['local_cert' => tls_certificate()]);
stream_set_blocking($conn, false);
while (fwrite($conn, str_repeat('x', 8192)) > 0);
fwrite($client, client_hello() . 'more');
var_dump(wait_readable($conn), $shake($conn));
echo $can($conn), "\n";
stream_set_blocking($client, false);
while ((string) fread($client, 65536) !== '');
echo $can($conn), "\n";
var_dump($shake($conn)); // goes on, and wants the rest of what came
echo $can($conn), "\n";
?>
--EXPECT--
To read:
0: [] null null; 1: null [0] null
int(0)
0: [] null null; 0: null [] null
1: [0] null null; 1: null [0] null
int(0)
0: [] null null; 0: null [] null
1: [0] null null; 1: null [0] null
bool(false)
1: [0] null null; 1: null [0] null
To write:
bool(true)
int(0)
0: [] null null; 0: null [] null
1: [0] null null; 1: null [0] null
int(0)
0: [] null null; 0: null [] null
