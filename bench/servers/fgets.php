<?php
// Row 1a: one connection, blocking; reads the request line by line, as hand-written HTTP servers do.
require __DIR__ . '/common.php';

$listener = listen();
$client = stream_socket_accept($listener, 10);
$begin = cpu_us();
for ($count = 0;; $count++) {
    do {
        $line = fgets($client);
    } while ($line !== "\r\n" && $line !== false);
    if ($line === false) {
        break;
    }
    fwrite($client, REPLY);
}
print_result($count, cpu_us() - $begin);
