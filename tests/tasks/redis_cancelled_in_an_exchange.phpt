--TEST--
A task that is cancelled while it waits for Redis' answer: nobody else gets that answer; one that is cancelled in line disturbs nobody
--EXTENSIONS--
igbinary
redis
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
use function Uvstream\{run, spawn, delay};

function result(Uvstream\Task $task): string
{
    try {
        return json_encode($task->await());
    } catch (Throwable $thrown) {
        return get_class($thrown);
    }
}

run(function () {
    $server = new RedisServer();
    $redis = new Redis();
    $redis->connect($server->host, $server->port);
    $pop = spawn(fn () => $redis->blPop('list', 60000));
    $server->await('BLPOP list 60000');
    $get = spawn(fn () => $redis->get('x'));
    delay(0);
    $pop->cancel();
    echo result($pop), "\n";
    echo in_array(result($get), ['false', '"value of x"', 'RedisException']) ? "no answer of another's\n" : "mixed\n";
    // (phpredis connects again.)
    echo $redis->get('y'), "\n";

    $server->hold();
    $pop = spawn(fn () => $redis->blPop('list', 0));
    $server->await('BLPOP list 0');
    $get = spawn(fn () => $redis->get('z'));
    delay(0);
    $get->cancel();
    echo result($get), "\n";
    $server->release();
    echo result($pop), "\n";
    echo $redis->get('y'), "\n";
    exit;
});
?>
--EXPECT--
Uvstream\CancelledError
no answer of another's
value of y
Uvstream\CancelledError
["list","the list"]
value of y
