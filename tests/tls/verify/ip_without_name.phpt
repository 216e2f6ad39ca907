--TEST--
TLS: an address as the name: refused unless the certificate has it
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/sockets.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$ca = tls_certificate('An authority', ['ca' => true]);
foreach ([null, 'IP:127.0.0.1'] as $san) {
    $certificate = tls_certificate('localhost', ['issuer' => $ca] + ($san ? ['san' => $san] : []));
    [$server, $to] = tls_server(['local_cert' => $certificate]);
    $pid = in_child(function () use ($server) {
        set_error_handler(fn () => true);
        fwrite(stream_socket_accept($server, 20), "welcome\n");
    });
    show_errors();
    $client = stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT, stream_context_create(['ssl' => ['cafile' => $ca]]));
    var_dump($client ? fgets($client) : $client);
    pcntl_waitpid($pid, $status);
}
?>
--EXPECTF--
Warning: stream_socket_client(): Peer certificate CN=`localhost' did not match expected CN=`127.0.0.1'
Warning: stream_socket_client(): Failed to enable crypto
Warning: stream_socket_client(): Unable to connect to tls://127.0.0.1:%d (Unknown error)
bool(false)
string(8) "welcome
"
