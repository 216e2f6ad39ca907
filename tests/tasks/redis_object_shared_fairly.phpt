--TEST--
A task that asks Redis again and again leaves its turn to one that comes
--EXTENSIONS--
igbinary
redis
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
use function Uvstream\{run, spawn, delay};

run(function () {
    $server = new RedisServer();
    $redis = new Redis();
    $redis->connect($server->host, $server->port);
    $asked = 0;
    $is_over = false;
    $loop = spawn(function () use ($redis, &$asked, &$is_over) {
        while (!$is_over && $asked < 500) $redis->get('loop ' . ++$asked);
    });
    $server->await('GET loop 3');
    for ($i = 0; $i < 3; ++$i) {
        $before = $asked;
        echo $redis->get('mine'), ': ', $asked - $before <= 2 ? 'soon' : 'late', "\n";
    }
    $is_over = true;
    $loop->await();
    exit;
});
?>
--EXPECT--
value of mine: soon
value of mine: soon
value of mine: soon
