<?php
// Rows 19: what a connection costs that is parked in its task after a request. Arguments: how many connections; and
// "limit": bytes of PHP's memory_limit; "resident": KiB of the process's memory; "tables": KiB of the system's for it.
require __DIR__ . '/common.php';

use function Uvstream\{delay, run, spawn};

function used(string $which): int
{
    if ($which === 'limit') {
        return memory_get_usage();
    }
    $name = $which === 'tables' ? 'VmPTE' : 'VmRSS';
    preg_match("/^$name:\s*(\d+) kB$/m", file_get_contents('/proc/self/status'), $found);
    return (int) $found[1];
}

run(function () use ($argv) {
    [, $connections, $which] = $argv;
    ini_set('memory_limit', '1G');
    $listener = listen();
    $count = 0;
    $before = used($which);
    for ($accepted = 0; $accepted < $connections; $accepted++) {
        $client = stream_socket_accept($listener, 30);
        spawn(function () use ($client, &$count) {
            while (($line = fgets($client)) !== false) {
                if ($line === "\r\n") {
                    fwrite($client, REPLY);
                    $count++;
                }
            }
        });
    }
    unset($client);
    while ($count < $connections) {
        delay(0.01);
    }
    delay(0); // the last one parks, too
    print_result($count, used($which) - $before);
});
