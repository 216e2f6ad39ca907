--TEST--
pfsockopen(), STREAM_CLIENT_PERSISTENT: a connection that the peer closed is replaced
--FILE--
<?php
require __DIR__ . '/../inc/sockets.inc';
[$server, $to] = listen_on();
$port = (int) substr(strrchr($to, ':'), 1);
foreach ([
    fn() => pfsockopen('127.0.0.1', $port, $errno, $errstr, 10),
    fn() => stream_socket_client("$to/x", $errno, $errstr, 10, STREAM_CLIENT_CONNECT | STREAM_CLIENT_PERSISTENT),
] as $open) {
    $first = $open();
    $conn = stream_socket_accept($server, 10);
    fclose($conn);
    wait_readable($first);
    $second = $open();
    $conn = stream_socket_accept($server, 10);
    var_dump((int) $first === (int) $second);
    fwrite($second, "fresh\n");
    var_dump(fgets($conn));
    // Closing it by hand ends it
    fclose($second);
    var_dump(fgets($conn), feof($conn));
}
?>
--EXPECT--
bool(false)
string(6) "fresh
"
bool(false)
bool(true)
bool(false)
string(6) "fresh
"
bool(false)
bool(true)
