--TEST--
mysqli_poll() waits while other tasks run, one of which is what its connections wait for
--EXTENSIONS--
mysqlnd
mysqli
--FILE--
<?php
require __DIR__ . '/../inc/mysql_server.inc';
require __DIR__ . '/../inc/waits.inc';
use function Uvstream\{run, spawn, timeout};
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
released
