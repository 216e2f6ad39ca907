--TEST--
tasks/fetch.php: fetches several at once, up to its limit, each with its timeout
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/sockets.inc';
use function Uvstream\{delay, run, spawn};

function answer($connection, string $target, int $bytes): void
{
    $status = $target === '/missing' ? '404 Not Found' : '200 OK';
    fwrite($connection, "HTTP/1.1 $status\r\nConnection: close\r\nContent-Length: $bytes\r\n\r\n" . str_repeat('x', $bytes));
    fclose($connection);
}

/** Answers two requests together, so who fetches one at a time waits for ever; /most has a byte for each seen at once. */
function serve($server): void
{
    [$waiting, $most] = [[], 0];
    while ($connection = stream_socket_accept($server, -1)) {
        spawn(function () use ($connection, &$waiting, &$most) {
            $target = explode(' ', fgets($connection))[1];
            while (fgets($connection) !== "\r\n");
            if ($target === '/silent') return fgets($connection);
            if ($target === '/most') return answer($connection, $target, $most);
            $waiting[] = [$connection, $target];
            $most = max($most, count($waiting));
            delay(0.05); // a third one would come now
            if (count($waiting) < 2) return;
            foreach ($waiting as [$other, $its]) answer($other, $its, strlen($its));
            $waiting = [];
        });
    }
}

function fetched(string ...$arguments): string
{
    $script = __DIR__ . '/../../examples/tasks/fetch.php';
    $process = proc_open([...php_with_options(), $script, ...$arguments], [1 => ['pipe', 'w']], $pipes);
    $output = stream_get_contents($pipes[1]);
    proc_close($process);
    return $output;
}

[$server, $address] = listen_on();
$server_pid = in_child(fn () => run(serve(...), $server));
$url = 'http' . substr($address, 3);
$pages = array_map(fn ($name) => "$url/$name", ['one', 'three', 'missing', 'a']);
echo str_replace($url, '', fetched('--limit=2', '--timeout=600', ...$pages));
echo str_replace($url, '', fetched("$url/most"));
echo str_replace($url, '', fetched('--timeout=0.1', "$url/silent"));
echo fetched();
stop($server_pid);
?>
--EXPECTF--
/one: 4 bytes
/three: 6 bytes
/missing: %s404 Not Found
/a: 2 bytes
/most: 2 bytes
/silent: Not finished within 0.1 seconds
Usage: fetch.php [--limit=8] [--timeout=10] URL...
