<?php
// What the servers here share: a socket that is there or says why not, a task for each connection, a limit on how many
// there are, and the end on SIGTERM or SIGINT (docs/signals.md).
declare(strict_types=1);

use Uvstream\{CancelledError, TimeoutException};
use function Uvstream\{delay, run, spawn, timeout};

const MOST_CONNECTIONS = 1000;
const SILENT_SECONDS = 30;

/**
 * @param array{socket?: array{backlog?: int}, ssl?: array<string, mixed>, uvstream?: array{handshake?: 'eager'|'lazy'}} $options
 * @return resource
 */
function listen(string $address, array $options = [], int $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN)
{
    $server = @stream_socket_server($address, $errno, $errstr, $flags, stream_context_create($options));
    if (!$server) {
        fwrite(STDERR, "Cannot listen on $address: $errstr\n");
        exit(1);
    }
    return $server;
}

/**
 * Calls $connected in a task for each connection, and closes that behind it. Returns when all have ended: after a
 * SIGTERM; what has not ended $grace seconds later is cancelled.
 *
 * @param resource $server
 * @param Closure(resource): void $connected
 */
function serve_each($server, Closure $connected, float $grace = 5): void
{
    run(function () use ($server, $connected, $grace): void {
        $tasks = [];
        $take = function (float $seconds) use ($server, $connected, &$tasks): bool {
            $connection = @stream_socket_accept($server, $seconds);
            if (!$connection) {
                return false;
            }
            stream_set_timeout($connection, SILENT_SECONDS); // of each read and write
            $id = get_resource_id($connection);
            $tasks[$id] = spawn(function () use ($connection, $connected, $id, &$tasks): void {
                try {
                    $connected($connection);
                } catch (TimeoutException) {
                    // a client that was too slow
                } finally {
                    unset($tasks[$id]);
                    fclose($connection);
                }
            });
            return true;
        };
        $accepting = spawn(function () use ($take, &$tasks): void {
            for (;;) {
                count($tasks) < MOST_CONNECTIONS ? $take(-1) : delay(0.01); // the others wait in the kernel's queue
            }
        });
        pcntl_async_signals(true);
        foreach ([SIGTERM, SIGINT] as $signal) {
            pcntl_signal($signal, fn () => $accepting->cancel());
        }
        try {
            $accepting->await();
        } catch (CancelledError) {
            // it is to stop
        }
        while ($take(0)); // who is in the queue already would see a reset
        fclose($server);
        try {
            timeout($grace, fn () => array_map(fn ($task) => $task->await(), $tasks));
        } catch (TimeoutException) {
            array_map(fn ($task) => $task->cancel(), $tasks);
        }
    });
    echo "stopped\n";
}
