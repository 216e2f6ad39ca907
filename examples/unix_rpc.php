<?php
// Calls from one process to another by a unix socket: JSON-RPC 2.0, a request a line. unix_rpc_client.php is the client.
// Usage: bin/run examples/unix_rpc.php [PATH]
//
//     bin/run examples/unix_rpc_client.php PATH add 1 2
//
// Only its own user may connect. Each connection is a task; a method that waits holds up only its own connection.
// Needs ext/sockets, for the name of an error.
declare(strict_types=1);

require __DIR__ . '/inc/serve.php';

use Uvstream\CancelledError;
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

/**
 * What a method gives, or what is wrong with the call.
 *
 * @param array<mixed> $params
 * @return array{result: mixed}|array{error: array{code: int, message: string}}
 */
function outcome(string $name, array $params): array
{
    $method = methods()[$name] ?? null;
    if (!$method) {
        return ['error' => ['code' => -32601, 'message' => 'Method not found']];
    }
    try {
        return ['result' => $method(...$params)];
    } catch (CancelledError $e) {
        throw $e; // we stop
    } catch (Error $e) { // of types, of names
        return ['error' => ['code' => -32602, 'message' => 'Invalid params']];
    } catch (Exception $e) {
        return ['error' => ['code' => -32000, 'message' => $e->getMessage()]];
    }
}

/** The response to one line; null for a notification, which wants none. */
function respond(string $line): ?string
{
    $call = json_decode($line, true);
    if (!is_array($call) || !is_string($call['method'] ?? null) || !is_array($call['params'] ?? [])) {
        $wrong = is_array($call) ? ['code' => -32600, 'message' => 'Invalid Request'] : ['code' => -32700, 'message' => 'Parse error'];
        return json_encode(['jsonrpc' => '2.0', 'error' => $wrong, 'id' => null]) . "\n";
    }
    $response = ['jsonrpc' => '2.0'] + outcome($call['method'], $call['params'] ?? []) + ['id' => $call['id'] ?? null];
    return array_key_exists('id', $call) ? json_encode($response, JSON_PARTIAL_OUTPUT_ON_ERROR) . "\n" : null;
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
