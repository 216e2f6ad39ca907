--TEST--
Tasks that share a Redis object queue by exchange: every answer is its asker's, and nothing hangs
--EXTENSIONS--
igbinary
redis
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
use function Uvstream\{run, spawn};

run(function () {
    $server = new RedisServer();
    $redis = new Redis();
    $redis->connect($server->host, $server->port);
    $tasks = [];
    for ($i = 0; $i < 20; ++$i) {
        $tasks[] = spawn(function () use ($redis, $i) {
            $right = 0;
            for ($n = 0; $n < 5; ++$n) $right += $redis->get("$i.$n") === "value of $i.$n" ? 1 : 0;
            return $right;
        });
    }
    echo array_sum(array_map(fn ($task) => $task->await(), $tasks)), " of 100\n";

    // One blocks, and the other's answer comes behind its.
    $pop = spawn(fn () => $redis->blPop('list', 20));
    $get = spawn(fn () => $redis->get('x'));
    var_dump($get->await(), $pop->await());
    echo $server->connections, " connection\n";
    exit;
});
?>
--EXPECT--
100 of 100
string(10) "value of x"
array(2) {
  [0]=>
  string(4) "list"
  [1]=>
  string(8) "the list"
}
1 connection
