<?php
// The figures of a process for Prometheus, by HTTP: serve_metrics() in a task beside what the process does.
// Usage: bin/run examples/tasks/metrics.php [ADDRESS]
declare(strict_types=1);

require __DIR__ . '/../inc/serve.php';

use Uvstream\TimeoutException;
use function Uvstream\{delay, metrics, run, spawn, timeout};

const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
const OLDER_FORMAT = 'text/plain; version=0.0.4; charset=utf-8'; // which `promtool check metrics` reads

/** @param resource $connection */
function answer($connection): void
{
    $head = '';
    while (strlen($head) < 16384 && ($line = fgets($connection, 8192)) !== false && trim($line) !== '') {
        $head .= $line;
    }
    $open = preg_match('~^Accept:.*application/openmetrics-text~mi', $head) === 1;
    $found = preg_match('~^GET /metrics HTTP/1\.[01]\r?$~m', $head) === 1;
    $body = $found ? metrics($open) : "See /metrics\n";
    @fwrite($connection, ($found ? 'HTTP/1.1 200 OK' : 'HTTP/1.1 404 Not Found') . "\r\nContent-Type: "
        . ($open ? OPEN_METRICS : OLDER_FORMAT) . "\r\nContent-Length: " . strlen($body) . "\r\nConnection: close\r\n\r\n$body");
}

/** @param resource $listener */
function serve_metrics($listener): never
{
    for (;;) {
        $connection = @stream_socket_accept($listener, -1);
        if (!$connection) {
            continue; // no descriptors left, say: accept has waited a little
        }
        spawn(function () use ($connection): void {
            try {
                timeout(5, fn () => answer($connection));
            } catch (TimeoutException) {
                // a client that is silent, or does not read
            } finally {
                fclose($connection);
            }
        });
    }
}

$listener = listen($argv[1] ?? 'tcp://127.0.0.1:0');
run(function () use ($listener): void {
    spawn(serve_metrics(...), $listener);
    echo 'Prometheus finds it at http://', stream_socket_get_name($listener, false), "/metrics\n";
    for (;;) {
        spawn(fn () => delay(0.5)); // what the process does
        delay(1);
    }
});
