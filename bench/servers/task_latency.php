<?php
// Rows 20: whatever eight clients send as fast as they can is read and thrown away; what the ninth sends is sent back.
require __DIR__ . '/common.php';

use function Uvstream\{run, spawn};

run(function () {
    $listener = listen();
    $count = 0;
    for ($accepted = 0; $accepted < 9; $accepted++) {
        $client = stream_socket_accept($listener, 10);
        $tasks[] = spawn(function () use ($client, &$count) {
            while (($data = fread($client, 8192)) !== '' && $data !== false) {
                if ($data === "ping\n") {
                    fwrite($client, $data);
                    $count++;
                }
            }
        });
    }
    foreach ($tasks as $task) {
        $task->await();
    }
    print_result($count, 0);
});
