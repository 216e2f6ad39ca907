--TEST--
Fifty curl_exec() that wait at once, and end in the reverse of the order in which they began, while other tasks run
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{run, spawn, stats};

const CALLERS = 50;

run(function () {
    $server = new CurlServer(function ($path) use (&$server) {
        $server->hold($path);
        return "answer to $path";
    });
    $ended = [];
    $tasks = [];
    for ($i = 0; $i < CALLERS; ++$i) {
        $tasks[] = spawn(function () use ($i, $server, &$ended) {
            $got = curl_exec(curl_to("$server->url/$i"));
            $ended[] = $i;
            expect("caller $i", $got, "answer to /$i");
        });
    }
    $server->await_asked(CALLERS); // all wait at once
    $before = stats();
    for ($i = CALLERS - 1; $i >= 0; --$i) {
        $server->let_go("/$i");
        $tasks[$i]->await();
    }
    expect('order', $ended, range(CALLERS - 1, 0));
    expect('waits in place', stats()['waits_in_place'], 0);
    // An answer takes a few waits, of the server's and the caller's: nobody looks again and again.
    $waits = stats()['waits'] - $before['waits'];
    if ($waits > 20 * CALLERS) echo "$waits waits\n";
    $server->stop();
});
echo "all\n";
?>
--EXPECT--
all
