<?php
// Rows 17: a task for each connection (first argument: how many), in straight-line code.
require __DIR__ . '/common.php';

use function Uvstream\{delay, run, spawn};

run(function () use ($argv) {
    $listener = listen();
    for ($clients = []; count($clients) < (int) $argv[1];) {
        $clients[] = stream_socket_accept($listener, 30);
    }
    $count = 0;
    $tasks = [];
    $end = null;
    foreach ($clients as $client) {
        $tasks[] = spawn(function () use ($client, &$count, &$end) {
            while (($request = fread($client, 8192)) !== '' && $request !== false) {
                fwrite($client, REPLY);
                $count++;
            }
            $end ??= cpu_us(); // all have had their replies, and close
        });
    }
    delay(0); // each has begun, and is parked
    $before = $count;
    $begin = cpu_us();
    foreach ($tasks as $task) {
        $task->await();
    }
    print_result($count, (int) (($end - $begin) * $count / max(1, $count - $before)));
});
