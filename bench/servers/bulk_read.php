<?php
// Row 5: reads one connection to its end, in pieces of the size given; the count is in bytes.
require __DIR__ . '/common.php';

$listener = listen();
$client = stream_socket_accept($listener, 10);
$size = (int) $argv[1];
$begin = cpu_us();
$count = 0;
while (($piece = fread($client, $size)) !== '' && $piece !== false) {
    $count += strlen($piece);
}
print_result($count, cpu_us() - $begin);
