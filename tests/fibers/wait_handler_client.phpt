--TEST--
set_wait_handler(): phpredis in Fibers: each on a connection of its own; a second one on the same, while the first is in a call, gets an Error, and the first its answer
--EXTENSIONS--
igbinary
redis
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
require __DIR__ . '/../inc/fiber_loop.inc';
use function Uvstream\run;

run(function () {
    $server = new RedisServer;
    $connect = function () use ($server) {
        $redis = new Redis;
        $redis->connect($server->host, $server->port);
        return $redis;
    };
    $loop = new FiberLoop;
    $right = 0;
    for ($i = 0; $i < 10; ++$i) {
        $loop->go(function () use ($connect, $i, &$right) {
            $redis = $connect();
            for ($n = 0; $n < 5; ++$n) $right += $redis->get("$i.$n") === "value of $i.$n" ? 1 : 0;
        });
    }
    $loop->run();
    echo "$right of 50 on {$server->connections} connections\n";

    $redis = $connect();
    $server->hold();
    $loop->go(function () use ($redis, &$popped) { $popped = $redis->blPop('list', 0); });
    $loop->go(function () use ($redis, $server) {
        try {
            $redis->get('x');
        } catch (Error $e) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
        $server->release();
    });
    $loop->go(function () use ($connect) { echo $connect()->get('beside'), "\n"; });
    $loop->run();
    echo json_encode($popped), "\n";

    // Shared by a task and a Fiber: they queue.
    $task = Uvstream\spawn(fn () => $redis->blPop('list', 20));
    Uvstream\delay(0);
    $loop->go(function () use ($redis) { echo $redis->get('behind it'), "\n"; });
    $loop->run();
    echo json_encode($task->await()), "\n";
    exit;
});
?>
--EXPECT--
50 of 50 on 10 connections
Error: Another Fiber waits in the midst of a call on this connection
value of beside
["list","the list"]
value of behind it
["list","the list"]
