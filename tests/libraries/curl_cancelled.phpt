--TEST--
A transfer whose task is cancelled, or out of time, ends at once; the handle then gets its own answer, by a connection of its own, and other transfers go on
--EXTENSIONS--
curl
--FILE--
<?php
require __DIR__ . '/../inc/curl.inc';
use function Uvstream\{all, delay, run, shield, spawn, stats, timeout};

run(function () {
    $server = new CurlServer(function ($path, $body, $connection) use (&$server) {
        if (str_starts_with($path, '/held')) $server->hold($path);
        return "answer to $path by $connection";
    });
    $handle = curl_to("$server->url/first");
    echo curl_outcome($handle), "\n";

    $in_a_task = function (string $path, string $how) use ($handle, $server) {
        curl_setopt($handle, CURLOPT_URL, $server->url . $path);
        $task = spawn(fn () => $how === 'cancel' ? curl_exec($handle) : timeout(0.5, fn () => curl_exec($handle)));
        let_wait($task);
        if ($how === 'cancel') $task->cancel();
        echo outcome(fn () => $task->await()), "\n";
        $server->let_go($path); // the answer comes when nobody asks any more
        delay(0);
        curl_setopt($handle, CURLOPT_URL, "$server->url/after-$how");
        echo curl_outcome($handle), "\n";
    };
    $in_a_task('/held/1', 'cancel');
    $in_a_task('/held/2', 'timeout');

    // What libcurl says of it, who catches the exception.
    curl_setopt($handle, CURLOPT_URL, "$server->url/held/3");
    $task = spawn(function () use ($handle, $server) {
        try {
            curl_exec($handle);
        } catch (Uvstream\CancelledError) {
            echo curl_errno($handle) !== 0 ? 'an error' : 'no error', "\n";
        }
        echo outcome(fn () => curl_exec($handle)), "\n"; // it is cancelled for good
        curl_setopt($handle, CURLOPT_URL, "$server->url/shielded");
        shield(fn () => print(preg_replace('/ by .*/', "\n", curl_outcome($handle))));
    });
    let_wait($task);
    $task->cancel();
    $task->await();

    // The transfers of a multi survive a wait for them that was cancelled, or out of time.
    $multi = curl_multi_init();
    $handles = [curl_to("$server->url/held/m1"), curl_to("$server->url/held/m2")];
    foreach ($handles as $one) curl_multi_add_handle($multi, $one);
    $drive = function () use ($multi) {
        do {
            curl_multi_exec($multi, $running);
            if ($running > 0) curl_multi_select($multi, 50);
        } while ($running > 0);
        return 'all ended';
    };
    $asked = count($server->asked) + 2;
    $task = spawn($drive);
    $server->await_asked($asked);
    let_wait($task);
    $task->cancel();
    echo outcome(fn () => $task->await()), "\n";
    echo outcome(fn () => timeout(0.5, $drive)), "\n";
    $server->let_go('/held/m1');
    $server->let_go('/held/m2');
    echo outcome($drive), "\n";
    foreach ($handles as $one) echo preg_replace('/ by .*/', '', curl_multi_getcontent($one)), "\n";

    // Fifty at once, of which every second one is cancelled.
    $tasks = [];
    $asked = count($server->asked);
    for ($i = 0; $i < 50; ++$i) $tasks[] = spawn(fn () => curl_exec(curl_to("$server->url/held/of-$i")));
    $server->await_asked($asked + 50);
    for ($i = 0; $i < 50; $i += 2) $tasks[$i]->cancel();
    for ($i = 0; $i < 50; ++$i) $server->let_go("/held/of-$i");
    foreach ($tasks as $i => $task) {
        $outcome = outcome(fn () => $task->await());
        $wanted = $i % 2 ? "returned \"answer to \/held\/of-$i by " : 'CancelledError';
        if (!str_starts_with($outcome, $wanted)) echo "$i: $outcome\n";
    }
    expect('waits in place', stats()['waits_in_place'], 0);
    $server->stop();
});
?>
--EXPECT--
got answer to /first by 1
CancelledError(Requested): The task was cancelled
got answer to /after-cancel by 2
TimeoutException: Not finished within 0.5 seconds <- CancelledError(Deadline): The task was cancelled
got answer to /after-timeout by 3
an error
CancelledError(Requested): The task was cancelled
got answer to /shielded
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.5 seconds <- CancelledError(Deadline): The task was cancelled
returned "all ended"
answer to /held/m1
answer to /held/m2
