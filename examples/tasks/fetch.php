<?php
// Fetches URLs, several at once, each with a timeout.
// Usage: bin/run examples/tasks/fetch.php [--limit=8] [--timeout=10] URL...
declare(strict_types=1);

use Uvstream\TimeoutException;
use function Uvstream\{all, timeout};

function fetch(string $url, float $seconds): string
{
    try {
        // The whole of it counts: the look-up, the connect, TLS, redirects and the body.
        $body = timeout($seconds, fn () => @file_get_contents($url));
    } catch (TimeoutException $e) {
        return $e->getMessage();
    }
    return $body === false ? rtrim(error_get_last()['message'] ?? 'It failed') : strlen($body) . ' bytes';
}

$options = getopt('', ['limit:', 'timeout:'], $first) ?: [];
$number = fn (string $name, int $default): float =>
    is_numeric($options[$name] ?? null) ? (float) $options[$name] : $default;
$first < $argc || exit("Usage: fetch.php [--limit=8] [--timeout=10] URL...\n");
$calls = [];
foreach (array_slice($argv, $first) as $url) {
    $calls[$url] = fn (): string => fetch($url, $number('timeout', 10));
}
foreach (all($calls, limit: max(1, (int) $number('limit', 8))) as $url => $result) {
    echo "$url: $result\n";
}
