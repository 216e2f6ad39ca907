<?php
// An echo server: a task for each connection, in PHP's own functions.
// Usage: bin/run examples/tasks/echo.php [ADDRESS]
declare(strict_types=1);

use function Uvstream\{run, spawn};

run(function (string $address): void {
    $server = @stream_socket_server($address, $errno, $errstr);
    if (!$server) {
        fwrite(STDERR, "Cannot listen on $address: $errstr\n");
        exit(1);
    }
    echo 'It echoes on ', stream_socket_get_name($server, false), ", until you interrupt me.\n";
    for (;;) {
        $connection = @stream_socket_accept($server, -1);
        if (!$connection) {
            continue; // no descriptors left, say: accept has waited a little, and warned of it
        }
        spawn(function () use ($connection): void {
            while (($line = fgets($connection, 8192)) !== false) { // (a longer one in pieces: it takes no more memory)
                if (@fwrite($connection, $line) === false) {
                    break; // the client has left
                }
            }
            fclose($connection); // the loop's variable has it, too
        });
    }
}, $argv[1] ?? 'tcp://127.0.0.1:0');
