--TEST--
TLS: a client that refuses its server for its name or fingerprint: $error_message says why
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_server();
foreach ([['verify_peer_name' => true, 'peer_name' => 'elsewhere'], ['peer_fingerprint' => str_repeat('0', 40)]] as $option) {
    $pid = in_child(function () use ($server) {
        @stream_socket_accept($server, 20);
    });
    var_dump(@stream_socket_client($to, $errno, $errstr, 20, STREAM_CLIENT_CONNECT, tls_client_context($option)), $errno, $errstr);
    pcntl_waitpid($pid, $status);
}
?>
--EXPECT--
bool(false)
int(0)
string(69) "Peer certificate CN=`localhost' did not match expected CN=`elsewhere'"
bool(false)
int(0)
string(30) "peer_fingerprint match failure"
