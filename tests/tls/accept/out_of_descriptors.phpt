--TEST--
TLS: out of descriptors: one warning a call, and the client is served when one is free
--EXTENSIONS--
openssl
pcntl
posix
--SKIPIF--
<?php if (!function_exists('posix_setrlimit')) die('skip no posix_setrlimit'); ?>
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
$pid = in_child(function () use ($to) {
    $client = tls_client($to);
    fwrite($client, "patient\n");
    fgets($client);
});
wait_readable($server);
$hard = posix_getrlimit()['hard openfiles'];
posix_setrlimit(POSIX_RLIMIT_NOFILE, 64, $hard === 'unlimited' ? -1 : $hard);
show_tls_errors();
$hoard = [];
while ($one = @fopen('/dev/null', 'r')) $hoard[] = $one;
for ($i = 0; $i < 2; $i++) var_dump(stream_socket_accept($server, 1));
array_splice($hoard, -5); // (the certificate is a file too)
var_dump(fgets($conn = stream_socket_accept($server, 20)));
fclose($conn);
pcntl_waitpid($pid, $status);
?>
--EXPECT--
Warning: stream_socket_accept(): Accept failed: Too many open files
bool(false)
Warning: stream_socket_accept(): Accept failed: Too many open files
bool(false)
string(8) "patient
"
