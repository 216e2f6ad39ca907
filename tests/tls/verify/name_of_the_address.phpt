--TEST--
TLS: a client sends the address's name and verifies it, with no option
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$ca = tls_certificate('An authority', ['ca' => true]);
$certificate = tls_certificate('localhost', ['issuer' => $ca]);
[$server, $to] = tls_server(['local_cert' => tls_certificate('wrong.test', ['issuer' => $ca]), 'SNI_server_certs' => ['localhost' => $certificate]]);
$pid = in_child(function () use ($server) {
    fwrite($conn = stream_socket_accept($server, 20), strtoupper(fgets($conn)));
    fgets($conn);
});
$client = stream_socket_client(str_replace('127.0.0.1', 'localhost', $to), $errno, $errstr, 20, STREAM_CLIENT_CONNECT,
    stream_context_create(['ssl' => ['cafile' => $ca]]));
fwrite($client, "hello\n");
echo fgets($client);
fclose($client);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
HELLO
