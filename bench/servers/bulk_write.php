<?php
// Row 5: writes so many bytes into one connection, 64 KiB at a time.
require __DIR__ . '/common.php';

$listener = listen();
$client = stream_socket_accept($listener, 10);
$piece = str_repeat('x', 65536);
$begin = cpu_us();
for ($count = 0, $total = (int) $argv[1]; $count < $total;) {
    $count += fwrite($client, $piece);
}
print_result($count, cpu_us() - $begin);
