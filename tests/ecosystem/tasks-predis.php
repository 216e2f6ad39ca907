<?php
// library: predis/predis
// needs: redis-server
// tasks: yes
declare(strict_types=1);

use Predis\Client;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/shared_redis.php';

function connected(int $port): Client
{
    return new Client(['host' => '127.0.0.1', 'port' => $port]);
}

// Without the lock one task reads the middle of what another one has asked for: "Unknown response prefix".
scenario('one connection for all, with a lock', function () {
    [$port] = redis_server();
    $redis = connected($port);
    $values = filled($redis);
    return gets('one connection with a lock', pool([$redis])) === $values;
});

scenario('a pool of connections', function () {
    [$port] = redis_server();
    $values = filled(connected($port));
    return gets('a pool of 10', pool(array_map(fn () => connected($port), range(1, 10)))) === $values;
});

scenario('a connection for each', fn () => pops(connected(...), fn ($redis, $words) => $redis->executeRaw($words)));
