--TEST--
TLS: handshake=lazy: the first read does the handshake and returns what the client wrote
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/children.inc';
require __DIR__ . '/../../inc/tls.inc';
[$server, $to] = tls_lazy_server(['alpn_protocols' => 'h2']);
foreach ([fn ($conn) => fread($conn, 100), fn ($conn) => fgets($conn), fn ($conn) => stream_get_contents($conn, 6)] as $read) {
    $pid = in_child(function () use ($to) {
        $client = tls_client($to, ['alpn_protocols' => 'h2']);
        fwrite($client, "hello\n");
        fgets($client);
    });
    $conn = stream_socket_accept($server, 20);
    var_dump(isset(stream_get_meta_data($conn)['crypto']), $read($conn), stream_get_meta_data($conn)['crypto']['alpn_protocol'], stream_get_meta_data($conn)['blocked']);
    fclose($conn);
    pcntl_waitpid($pid, $status);
}
?>
--EXPECT--
bool(false)
string(6) "hello
"
string(2) "h2"
bool(true)
bool(false)
string(6) "hello
"
string(2) "h2"
bool(true)
bool(false)
string(6) "hello
"
string(2) "h2"
bool(true)
