<?php
// A WebSocket server that sends each message back, and its page for a browser: a task for each connection.
// Usage: bin/run examples/websocket/echo.php [ADDRESS]     and open what it prints
declare(strict_types=1);

require __DIR__ . '/../inc/serve.php';
require __DIR__ . '/websocket.php';

use Uvstream\CancelledError;
use function Uvstream\timeout;

/** @param resource $connection */
function request_head($connection): string
{
    for ($head = ''; strlen($head) < 16384 && ($line = fgets($connection, 8192)) !== false; $head .= $line) {
        if ($line === "\r\n") {
            return $head;
        }
    }
    return '';
}

/** @param resource $connection */
function answer_browser($connection): void
{
    $head = timeout(10, fn () => request_head($connection));
    $accepts = str_starts_with($head, 'GET /echo HTTP/1.1') ? WebSocket::handshake($head) : null;
    if ($accepts === null) {
        $found = str_starts_with($head, 'GET / ');
        $body = $found ? (string) file_get_contents(__DIR__ . '/index.html') : "Not here\n";
        @fwrite($connection, ($found ? 'HTTP/1.1 200 OK' : 'HTTP/1.1 404 Not Found') . "\r\nContent-Type: text/"
            . ($found ? 'html; charset=utf-8' : 'plain') . "\r\nContent-Length: " . strlen($body) . "\r\nConnection: close\r\n\r\n$body");
        return;
    }
    @fwrite($connection, $accepts);
    $socket = new WebSocket($connection);
    try {
        while (($message = $socket->receive()) && $socket->send(...$message));
    } catch (CancelledError) {
        $socket->close(1001); // we stop; the browser may come again
    }
}

$server = listen($argv[1] ?? 'tcp://127.0.0.1:8080');
echo 'Open http://', stream_socket_get_name($server, false), "/\n";
serve_each($server, answer_browser(...), grace: 0);
