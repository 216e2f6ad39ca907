<?php
// Row 4: a connection per request: accept, read, write, close.
require __DIR__ . '/common.php';

$listener = listen();
$begin = null;
for ($count = 0;; $count++) {
    $client = stream_socket_accept($listener, 10);
    $begin ??= cpu_us();
    $request = fread($client, 8192);
    if ($request[0] === 'B') {
        break;
    }
    fwrite($client, REPLY);
    fclose($client);
}
print_result($count, cpu_us() - $begin);
