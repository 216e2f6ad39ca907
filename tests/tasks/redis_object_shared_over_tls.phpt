--TEST--
Tasks that share a Redis object over TLS queue by exchange, too; what is left of one that was cancelled is not decrypted
--EXTENSIONS--
igbinary
redis
openssl
--FILE--
<?php
require __DIR__ . '/../inc/redis_server.inc';
require __DIR__ . '/../inc/tls.inc';
use function Uvstream\{run, spawn, delay};

run(function () {
    $server = new RedisServer('tls', tls_server_context());
    $redis = new Redis();
    $redis->connect('tls://127.0.0.1', $server->port, 10, null, 0, 0, ['stream' => ['verify_peer' => false, 'verify_peer_name' => false]]);
    $tasks = [];
    for ($i = 0; $i < 10; ++$i) {
        $tasks[] = spawn(function () use ($redis, $i) {
            for ($n = $right = 0; $n < 3; ++$n) $right += $redis->get("$i.$n") === "value of $i.$n" ? 1 : 0;
            return $right;
        });
    }
    echo array_sum(array_map(fn ($task) => $task->await(), $tasks)), " of 30\n";
    $pop = spawn(fn () => $redis->blPop('list', 60000));
    $server->await('BLPOP list 60000');
    $get = spawn(fn () => $redis->get('x'));
    delay(0);
    $pop->cancel();
    foreach ([$pop, $get] as $task) {
        try {
            var_dump($task->await());
        } catch (Throwable $thrown) {
            echo get_class($thrown), "\n";
        }
    }
    exit;
});
?>
--EXPECT--
30 of 30
Uvstream\CancelledError
bool(false)
