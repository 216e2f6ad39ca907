<?php
// extension: igbinary redis
// needs: redis-server
// tasks: yes
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/shared_redis.php';

function connected(int $port): Redis
{
    $redis = new Redis();
    $redis->connect('127.0.0.1', $port, 10);
    return $redis;
}

scenario('one connection for all, which queue', function () {
    [$port] = redis_server();
    $redis = connected($port);
    $values = filled($redis);
    return gets('one connection', fn (callable $use) => $use($redis)) === $values;
});

scenario('a pool of connections', function () {
    [$port] = redis_server();
    $values = filled(connected($port));
    return gets('a pool of 10', pool(array_map(fn () => connected($port), range(1, 10)))) === $values;
});

scenario('a connection for each', fn () => pops(connected(...), fn ($redis, $words) => $redis->rawCommand(...$words)));
