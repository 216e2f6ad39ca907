--TEST--
TLS: connect: a server that sends byte by byte does not start the timeout anew
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
$server = stream_socket_server('tcp://127.0.0.1:0');
$to = 'ssl://' . stream_socket_get_name($server, false);
$child = in_child(function () use ($server) {
    $connection = stream_socket_accept($server, 20);
    // The head of a long record, and then its bytes: takes much longer than the test.
    foreach (str_split("\x16\x03\x03\x10\x00\x02\x00\x0f\xf0" . str_repeat("\0", 1000)) as $byte) {
        @fwrite($connection, $byte);
        usleep(20_000);
    }
});
show_tls_errors();
var_dump(timed(function () use ($to, &$errno, &$errstr) { return stream_socket_client($to, $errno, $errstr, 0.3); }, 0.299));
echo $errstr, "\n";
stop($child);
?>
--EXPECTF--
Warning: stream_socket_client(): SSL: Handshake timed out
Warning: stream_socket_client(): Failed to enable crypto
Warning: stream_socket_client(): Unable to connect to ssl://127.0.0.1:%d (Connection timed out)
in time
bool(false)
Connection timed out
