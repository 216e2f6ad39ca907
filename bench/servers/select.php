<?php
// Rows 2 and 3: an event loop in PHP over stream_select, with non-blocking connections (first argument: how many).
require __DIR__ . '/common.php';

$listener = listen();
$clients = [];
while (count($clients) < (int) $argv[1]) {
    $client = stream_socket_accept($listener, 10);
    stream_set_blocking($client, false);
    $clients[(int) $client] = $client;
}
$begin = cpu_us();
$count = 0;
while ($clients) {
    $read = $clients;
    $read[] = $listener;
    $write = $except = null;
    if (stream_select($read, $write, $except, 10) < 1) {
        exit("no request in 10 seconds\n");
    }
    foreach ($read as $client) {
        $request = fread($client, 8192);
        if ($request === '' || $request === false) {
            unset($clients[(int) $client]);
            fclose($client);
            continue;
        }
        fwrite($client, REPLY);
        $count++;
    }
}
print_result($count, cpu_us() - $begin);
