--TEST--
Redis::close() while another task waits for an answer: that one ends, and who stands in line
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
    foreach (['closes', 'closes though it is cancelled'] as $how) {
        $redis->connect($server->host, $server->port);
        $pop = spawn(fn () => $redis->blPop('list', 60000));
        $server->await('BLPOP list 60000');
        $get = spawn(fn () => $redis->get('x'));
        delay(0);
        $close = spawn(function () use ($redis, $how) {
            try {
                if ($how !== 'closes') delay(60);
            } finally {
                return $redis->close();
            }
        });
        delay(0);
        if ($how !== 'closes') $close->cancel();
        try {
            var_dump($pop->await());
        } catch (RedisException $exception) {
            echo "popped nothing\n";
        }
        var_dump($get->await());
        var_dump($close->await());
        $server->commands = [];
    }
    exit;
});
?>
--EXPECT--
popped nothing
bool(false)
bool(true)
popped nothing
bool(false)
bool(true)
