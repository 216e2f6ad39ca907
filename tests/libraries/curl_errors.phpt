--TEST--
In a task a transfer fails as on stock PHP: time limits, a refused connection, one that is cut; and a signal's handler runs meanwhile
--EXTENSIONS--
curl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{all, delay, run, spawn, stats};

/** The error without what is different each time. */
function curl_failure(CurlHandle $handle): string
{
    return preg_replace(['/\d+ (milliseconds|ms)/', '/port \d+/'], ['N $1', 'port N'], curl_outcome($handle));
}

[$busy, $held] = busy_address();
run(function () use ($busy) {
    $server = new CurlServer(function ($path, $body, $number, $connection) use (&$server) {
        if (str_starts_with($path, '/silent')) $server->hold($path);
        if ($path === '/closed') return null;
        if ($path === '/half') fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        return $path === '/half' ? null : "answer to $path";
    });
    $url = $server->url;
    $failures = all([
        fn () => curl_failure(curl_to("$url/silent", [CURLOPT_TIMEOUT_MS => 50])),
        fn () => curl_failure(curl_to('http' . strstr($busy, ':'), [CURLOPT_CONNECTTIMEOUT_MS => 50])),
        fn () => curl_failure(curl_to('http://127.0.0.1:' . closed_port())),
        fn () => curl_failure(curl_to("$url/closed")),
        fn () => curl_failure(curl_to("$url/half")),
        fn () => curl_failure(curl_to('file:///does/not/exist')),
        fn () => substr(curl_failure(curl_to('file://' . __FILE__)), 0, 9),
    ]);
    // (The words are libcurl's, and differ with its versions; the numbers do not.)
    foreach ($failures as $failure) echo preg_replace('/^(error \d+): .*/', '$1', $failure), "\n";

    // A signal's handler runs in {main}, and the transfers go on.
    pcntl_async_signals(true);
    pcntl_signal(SIGUSR1, function () use ($server) {
        echo "handled\n";
        $server->let_go('/silent-again');
    });
    $task = spawn(fn () => curl_exec(curl_to("$url/silent-again")));
    let_wait($task);
    posix_kill(getmypid(), SIGUSR1);
    echo $task->await(), "\n";
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
?>
--EXPECT--
error 28
error 28
error 7
error 52
error 18
error 37
got <?php
handled
answer to /silent-again
