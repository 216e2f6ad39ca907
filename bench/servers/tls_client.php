<?php
// Rows 15c and 15d: a client, a connection per request. Arguments: how many; whether it resumes (1 or 0); the server's port.
require __DIR__ . '/common.php';

[, $total, $resumes, $port] = array_map('intval', $argv);
$options = ['cafile' => getenv('BENCH_CERTIFICATE'), 'peer_name' => 'localhost'];
$context = stream_context_create(['ssl' => $options]);
$method = STREAM_CRYPTO_METHOD_TLS_CLIENT;
$last = null;
$begin = cpu_us();
for ($count = 0; $count < $total; $count++) {
    $server = stream_socket_client("tcp://127.0.0.1:$port", $errno, $errstr, 10, STREAM_CLIENT_CONNECT, $context);
    stream_socket_enable_crypto($server, true, $method, $resumes ? $last : null);
    fwrite($server, "GET /bench HTTP/1.1\r\n\r\n");
    if (stream_get_contents($server) !== REPLY) {
        exit("not the reply\n");
    }
    $last = $server;
}
print_result($count, cpu_us() - $begin);
