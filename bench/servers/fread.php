<?php
// Rows 1b and 1c: blocking; reads what there is, from each of its connections (first argument: how many) in turn.
require __DIR__ . '/common.php';

$listener = listen();
for ($clients = []; count($clients) < (int) $argv[1];) {
    $clients[] = stream_socket_accept($listener, 10);
}
$begin = cpu_us();
for ($count = 0;;) {
    foreach ($clients as $client) {
        $request = fread($client, 8192);
        if ($request === '' || $request === false) {
            break 2;
        }
        fwrite($client, REPLY);
        $count++;
    }
}
print_result($count, cpu_us() - $begin);
