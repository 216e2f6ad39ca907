--TEST--
mysqli_poll() waits while other tasks run, one of which is what its connections wait for
--EXTENSIONS--
mysqlnd
mysqli
--FILE--
<?php
require __DIR__ . '/../inc/mysql_server.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{delay, run, spawn, timeout};
run(function () {
    $server = new MysqlServer();
    $links = [];
    for ($i = 1; $i <= 3; ++$i) {
        $links[$i] = $link = new mysqli('127.0.0.1', 'root', '', '', $server->port);
        $link->query($i === 2 ? 'do 0' : "wait $i", MYSQLI_ASYNC);
    }
    foreach (['wait 1', 'wait 3', 'do 0'] as $query) $server->await($query);
    $poll = function (int $seconds) use ($links) {
        $read = $error = $reject = $links;
        $error = $reject = [];
        return [mysqli_poll($read, $error, $reject, $seconds), array_map(fn ($link) => array_search($link, $links, true), array_values($read))];
    };
    echo json_encode($poll(60)), "\n";
    $links[2]->reap_async_query();
    unset($links[2]);
    $poll = function (int $seconds) use ($links) {
        $read = $links;
        $error = $reject = [];
        return [mysqli_poll($read, $error, $reject, $seconds), array_map(fn ($link) => array_search($link, $links, true), array_values($read))];
    };
    echo json_encode($poll(0)), "\n";
    $task = spawn($poll, 60);
    let_wait($task);
    $task->cancel();
    foreach ([fn () => $task->await(), fn () => timeout(0.001, fn () => $poll(60))] as $call) {
        try {
            $call();
        } catch (Throwable $thrown) {
            echo get_class($thrown), "\n";
        }
    }
    // Its time is over, and before it runs again a connection is closed, whose number is another's then.
    set_error_handler(fn ($code, $text) => print(preg_replace('/ \[.*/', '', $text) . "\n"));
    do {
        $closed = new mysqli('127.0.0.1', 'root', '', '', $server->port);
        $closed->query('wait 1', MYSQLI_ASYNC);
        $began = hrtime(true);
        $task = spawn(fn () => timeout(0.05, function () use ($closed) {
            [$read, $error, $reject] = [[$closed], [], []];
            mysqli_poll($read, $error, $reject, 60);
        }));
        while (!str_contains($task->where(), 'mysqli_poll') && !$task->isDone()) delay(0);
        while (hrtime(true) < $began + 100_000_000);
        delay(0); // it is ready, and this one is before it; else once more
    } while ($task->isDone());
    $closed->close();
    $others = [fopen(__FILE__, 'r'), fopen(__FILE__, 'r')];
    try {
        $task->await();
    } catch (Throwable $thrown) {
        echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
    }
    restore_error_handler();

    $task = spawn($poll, 60);
    let_wait($task);
    $server->release();
    echo $task->await()[0] > 0 ? 'released' : 'not released', "\n";
    foreach ($links as $link) $link->reap_async_query();
    exit;
});
?>
--EXPECT--
[1,[2]]
[0,[]]
Uvstream\CancelledError
Uvstream\TimeoutException
mysqli_poll(): Unable to select
Error: mysqli object is already closed
released
