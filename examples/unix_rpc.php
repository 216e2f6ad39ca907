<?php
// Calls from one process to another by a unix socket: JSON-RPC 2.0, a request a line. unix_rpc_client.php is the client.
// Usage: bin/run examples/unix_rpc.php [PATH]
//
//     bin/run examples/unix_rpc_client.php PATH add 1 2
//
// Only its own user may connect. Each connection is a task; a method that waits holds up only its own connection.
declare(strict_types=1);

require __DIR__ . '/inc/serve.php';

use function Uvstream\delay;

const MOST_LINE = 65536;

/** @return array<string, Closure> */
function methods(): array
{
    return [
        'add' => fn (int|float ...$numbers) => array_sum($numbers),
        'upper' => fn (string $text) => strtoupper($text),
        'nap' => function (float $seconds): string {
            delay(min($seconds, 10));
            return 'slept';
        },
    ];
}

/** The response to one line; null for a notification, which wants none. */
function respond(string $line): ?string
{
    $call = json_decode($line, true);
    $id = is_array($call) ? $call['id'] ?? null : null;
    $failed = function (int $code, string $text) use ($id): string {
        return json_encode(['jsonrpc' => '2.0', 'error' => ['code' => $code, 'message' => $text], 'id' => $id]) . "\n";
    };
    if (!is_array($call) || !is_string($call['method'] ?? null) || !is_array($call['params'] ?? [])) {
        return $failed(is_array($call) ? -32600 : -32700, is_array($call) ? 'Invalid Request' : 'Parse error');
    }
    $method = methods()[$call['method']] ?? null;
    if (!$method) {
        return $failed(-32601, 'Method not found');
    }
    try {
        $result = $method(...$call['params'] ?? []);
        $response = json_encode(['jsonrpc' => '2.0', 'result' => $result, 'id' => $id], JSON_THROW_ON_ERROR) . "\n";
    } catch (TypeError | ArgumentCountError $e) {
        return $failed(-32602, 'Invalid params');
    } catch (Exception $e) {
        return $failed(-32000, $e->getMessage());
    }
    return array_key_exists('id', $call) ? $response : null;
}

/** @param resource $connection */
function answer_calls($connection): void
{
    while (($line = fgets($connection, MOST_LINE)) !== false) {
        if (!str_ends_with($line, "\n")) {
            return; // too long, or half a line and the end
        }
        $response = respond($line);
        if ($response !== null && @fwrite($connection, $response) !== strlen($response)) {
            return;
        }
    }
}

/** Whoever was killed has left his socket behind: nobody answers there. */
function remove_stale_socket(string $path): void
{
    if (@filetype($path) === 'socket' && !@stream_socket_client("unix://$path", $errno, $errstr, 1) && $errno === SOCKET_ECONNREFUSED) {
        unlink($path);
    }
}

$path = $argv[1] ?? sys_get_temp_dir() . '/uvstream-rpc.sock';
remove_stale_socket($path);
umask(0077);
$server = listen("unix://$path");
register_shutdown_function(fn () => unlink($path));
echo "It answers on $path\n";
serve_each($server, answer_calls(...));
