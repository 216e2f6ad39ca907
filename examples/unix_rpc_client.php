<?php
// Calls a method of unix_rpc.php. Plain stream functions, the same on stock PHP.
// Usage: bin/run examples/unix_rpc_client.php PATH METHOD [PARAMETER...]     each in JSON, or it is a string
declare(strict_types=1);

/** @param list<mixed> $params */
function call(string $path, string $method, array $params): mixed
{
    $connection = @stream_socket_client("unix://$path", $errno, $errstr, 5);
    if (!$connection) {
        throw new RuntimeException("Cannot connect to $path: $errstr");
    }
    $request = json_encode(['jsonrpc' => '2.0', 'method' => $method, 'params' => $params, 'id' => 1], JSON_THROW_ON_ERROR) . "\n";
    if (@fwrite($connection, $request) !== strlen($request)) {
        throw new RuntimeException('The server has left');
    }
    $line = fgets($connection, 1 << 20);
    $response = $line === false ? null : json_decode($line, true);
    if (!is_array($response)) {
        throw new RuntimeException($line === false ? 'No answer' : 'An answer that is no JSON');
    }
    if (is_array($response['error'] ?? null)) {
        throw new RuntimeException((string) json_encode($response['error']));
    }
    return $response['result'] ?? null;
}

if ($argc < 3) {
    fwrite(STDERR, "Usage: unix_rpc_client.php PATH METHOD [PARAMETER...]\n");
    exit(2);
}
try {
    $params = array_map(fn (string $text): mixed => json_decode($text, true) ?? $text, array_slice($argv, 3));
    echo json_encode(call($argv[1], $argv[2], $params), JSON_THROW_ON_ERROR), "\n";
} catch (RuntimeException $e) {
    fwrite(STDERR, $e->getMessage() . "\n");
    exit(1);
}
