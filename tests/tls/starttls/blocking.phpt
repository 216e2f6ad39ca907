--TEST--
TLS: STARTTLS with both sides blocking and verified, and data in both directions
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_plain_server();
$pid = in_child(function () use ($server) {
    $conn = stream_socket_accept($server, 20);
    fgets($conn);
    fwrite($conn, "go ahead\n");
    stream_socket_enable_crypto($conn, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    fwrite($conn, 'server has crypto: ' . (int) isset(stream_get_meta_data($conn)['crypto']) . "\n");
    $data = stream_get_contents($conn, 3000000);
    fwrite($conn, md5($data) . "\n");
    fgets($conn);
});
$client = tls_client($to, ['cafile' => tls_certificate(), 'peer_name' => 'localhost', 'allow_self_signed' => true,
    'verify_peer' => true, 'verify_peer_name' => true]);
var_dump(isset(stream_get_meta_data($client)['crypto']));
fwrite($client, "starttls\n");
var_dump(fgets($client));
var_dump(stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_CLIENT));
$data = stream_get_meta_data($client);
var_dump(strpos($data['crypto']['protocol'], 'TLSv1.'), $data['blocked']);
var_dump(fgets($client));
$data = str_repeat(hash('sha512', 'tls', true), 46875);
var_dump(fwrite($client, $data), trim(fgets($client)) === md5($data));
fclose($client);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
bool(false)
string(9) "go ahead
"
bool(true)
int(0)
bool(true)
string(21) "server has crypto: 1
"
int(3000000)
bool(true)
