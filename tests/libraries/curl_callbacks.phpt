--TEST--
curl's callbacks wait themselves, throw, spawn, and are cancelled; uploads come from streams that wait
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{delay, run, spawn, stats, timeout};

run(function () {
    $server = new CurlServer(function ($path, $body) use (&$server) {
        if (str_starts_with($path, '/held')) $server->hold($path);
        return $body !== '' ? "it has sent $body" : "answer to $path";
    });
    $url = $server->url;
    $ticks = 0;
    $ticking = spawn(function () use (&$ticks) { for (;; ++$ticks) delay(0.001); });
    $await_tick = function () use (&$ticks) { for ($before = $ticks; $ticks === $before;) delay(0.001); };

    // Each kind of callback waits for others that run meanwhile, and for another transfer.
    $called = [];
    $wait = function (string $name) use (&$called, $await_tick, $url) {
        if (isset($called[$name])) return;
        $called[$name] = true;
        $await_tick();
        expect($name, curl_exec(curl_to("$url/inner")), 'answer to /inner');
    };
    $got = '';
    $handle = curl_to("$url/outer", [
        CURLOPT_WRITEFUNCTION => function ($handle, $data) use ($wait, &$got) { $wait('write'); $got .= $data; return strlen($data); },
        CURLOPT_HEADERFUNCTION => function ($handle, $data) use ($wait) { $wait('header'); return strlen($data); },
        CURLOPT_NOPROGRESS => false,
        CURLOPT_XFERINFOFUNCTION => function () use ($wait) { $wait('progress'); return 0; },
        CURLOPT_READFUNCTION => function ($handle, $stream, $length) use ($wait) { $wait('read'); static $parts = ['three ', 'parts ', 'sent']; return (string) array_shift($parts); },
        CURLOPT_UPLOAD => true,
        CURLOPT_INFILESIZE => 16,
    ]);
    var_dump(spawn(fn () => curl_exec($handle))->await());
    ksort($called);
    echo implode(' ', array_keys($called)), ': ', $got, "\n";

    // An upload from a stream that has nothing yet, and a download into one that has no room.
    [$ours, $theirs] = pair();
    $read = fn ($handle, $stream, $length) => (string) fread($ours, $length);
    $upload = spawn(fn () => curl_outcome(curl_to("$url/upload", [CURLOPT_UPLOAD => true, CURLOPT_READFUNCTION => $read, CURLOPT_INFILESIZE => 9])));
    foreach (['some ', 'more'] as $part) {
        while (!str_contains($upload->where(), 'fread')) delay(0.001);
        fwrite($theirs, $part);
        delay(0);
    }
    echo $upload->await(), "\n";
    [$ours, $theirs] = pair();
    $size = fill($ours);
    $download = spawn(fn () => curl_exec(curl_to("$url/download", [CURLOPT_WRITEFUNCTION => fn ($handle, $data) => fwrite($ours, $data)])));
    while (!str_contains($download->where(), 'fwrite')) delay(0.001);
    $filled = stream_get_contents($theirs, $size);
    var_dump($download->await());
    echo fread($theirs, 100), "\n";

    // They throw, after a wait; and spawn.
    $throw = function () { delay(0.001); throw new LogicException('of the callback'); };
    foreach ([CURLOPT_WRITEFUNCTION, CURLOPT_HEADERFUNCTION] as $option) {
        $handle = curl_to("$url/throws", [$option => $throw]);
        echo outcome(fn () => spawn(fn () => curl_exec($handle))->await()), "\n";
        curl_reset($handle);
        curl_setopt_array($handle, [CURLOPT_RETURNTRANSFER => true, CURLOPT_URL => "$url/again"]);
        echo curl_outcome($handle), "\n";
    }
    $spawned = null;
    $handle = curl_to("$url/spawns", [CURLOPT_WRITEFUNCTION => function ($handle, $data) use (&$spawned, $url) {
        $spawned = spawn(fn () => curl_exec(curl_to("$url/spawned")));
        return strlen($data);
    }]);
    var_dump(curl_exec($handle));
    echo $spawned->await(), "\n";

    // The wait within a callback is cancelled, or out of time.
    $handle = curl_to("$url/waits", [CURLOPT_WRITEFUNCTION => function ($handle, $data) { delay(60); return strlen($data); }]);
    $task = spawn(fn () => curl_exec($handle));
    while (!str_contains($task->where(), 'delay')) delay(0.001);
    $task->cancel();
    echo outcome(fn () => $task->await()), "\n";
    echo outcome(fn () => timeout(0.05, fn () => curl_exec($handle))), "\n";
    curl_setopt_array($handle, [CURLOPT_WRITEFUNCTION => null, CURLOPT_RETURNTRANSFER => true, CURLOPT_URL => "$url/last"]);
    echo curl_outcome($handle), "\n";
    $ticking->cancel();
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
?>
--EXPECT--
bool(true)
header progress read write: it has sent three parts sent
got it has sent some more
bool(true)
answer to /download
LogicException: of the callback
got answer to /again
LogicException: of the callback
got answer to /again
bool(true)
answer to /spawned
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.05 seconds <- CancelledError(Deadline): The task was cancelled
got answer to /last
