--TEST--
TLS: an error handler that throws at "Handshake timed out": nothing is left behind, and the server goes on
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to, $tcp] = tls_server();
$silent = stream_socket_server('tcp://127.0.0.1:0');
$name = stream_socket_get_name($silent, false);
$raw = stream_socket_client($tcp);
$before = count_descriptors();
foreach ([fn () => stream_socket_accept($server, 0.2), fn () => stream_socket_client("ssl://$name", $errno, $errstr, 0.2)] as $run) {
    set_error_handler(function ($level, $text) { throw new Exception($text); });
    try {
        timed($run, 0.199);
        echo "not reached\n";
    } catch (Exception $exception) {
        echo $exception->getMessage(), "\n";
    }
    restore_error_handler();
    unset($exception);
    var_dump(count_descriptors() - $before);
}
$child = child_client($to, function ($client) { fwrite($client, "hello\n"); });
var_dump(fgets(stream_socket_accept($server, 20)), ended($child));
?>
--EXPECT--
stream_socket_accept(): Accept failed: SSL: Handshake timed out
int(0)
stream_socket_client(): SSL: Handshake timed out
int(0)
string(6) "hello
"
int(0)
