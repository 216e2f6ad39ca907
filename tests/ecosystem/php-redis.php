<?php
// extension: igbinary redis
// needs: redis-server
declare(strict_types=1);

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';
require __DIR__ . '/../inc/await_sleep.inc';

/** A client of a fresh server, and the server's port and socket. */
function redis(): array
{
    [$port, $socket] = redis_server();
    return [connected($port), $port, $socket];
}

function connected(int $port): Redis
{
    $redis = new Redis();
    $redis->connect('127.0.0.1', $port, 10);
    return $redis;
}

/** Waits until the server sees $count blocked clients. */
function await_blocked(Redis $redis, int $count): void
{
    while ((int) $redis->info('clients')['blocked_clients'] !== $count) {
        usleep(1000);
    }
}

function own_id(Redis $redis): int
{
    return $redis->rawCommand('CLIENT', 'ID');
}

scenario('sets, gets and counts', function () {
    [$redis] = redis();
    $redis->set('name', "binary \0\r\n value");
    $redis->hMSet('hash', ['a' => 1, 'b' => 'two']);
    $redis->rPush('list', 'x', 'y', 'z');
    for ($i = 0; $i < 1000; $i++) {
        $last = $redis->incr('counter');
    }
    echo json_encode([$redis->get('name'), $redis->get('none'), $redis->hGetAll('hash'), $redis->lRange('list', 0, -1), $last]), "\n";
    echo json_encode([$redis->lPush('name', 'x'), $redis->getLastError(), $redis->isConnected(), $redis->ping()]), "\n";
    return $redis->setOption(Redis::OPT_TCP_KEEPALIVE, true) && $redis->ping() && $redis->close();
});

scenario('pipelines of thousands, and transactions', function () {
    [$redis] = redis();
    $pipe = $redis->pipeline();
    for ($i = 0; $i < 20000; $i++) {
        $pipe->set("key:$i", str_repeat(chr(97 + $i % 26), $i % 300));
        $pipe->strlen("key:$i");
    }
    $replies = $pipe->exec();
    echo count($replies), ' replies, sum of lengths ', array_sum(array_filter($replies, 'is_int')), "\n";
    echo json_encode($redis->multi()->set('a', '1')->incrBy('a', 41)->get('a')->exec()), "\n";
    return $redis->dbSize() === 20001;
});

scenario('large values', function () {
    [$redis] = redis();
    $value = payload(24 << 20);
    $redis->set('large', $value);
    $redis->append('large', 'end');
    for ($i = 0; $i < 64; $i++) {
        $parts["part:$i"] = substr($value, $i << 18, 1 << 18);
    }
    $redis->mSet($parts);
    return holds('one', $redis->get('large') === $value . 'end')
        && holds('parts', implode('', $redis->mGet(array_keys($parts))) === substr($value, 0, 64 << 18))
        && holds('scanned', count(all_keys($redis)) === 65);
});

function all_keys(Redis $redis): array
{
    $keys = [];
    for ($at = null; ($some = $redis->scan($at, null, 10)) !== false || $at > 0;) {
        $keys = [...$keys, ...($some ?: [])];
    }
    return array_unique($keys);
}

scenario('a unix socket', function () {
    [, , $socket] = redis();
    $redis = new Redis();
    echo json_encode([$redis->connect($socket), $redis->set('large', $value = payload(5 << 20)), $redis->get('large') === $value]), "\n";
    echo outcome(fn () => (new Redis())->connect("$socket.none")), "\n";
    return true;
});

scenario('TLS', function () {
    [, , $port] = redis_server(true);
    $make = function (array $ssl) use ($port) {
        $redis = new Redis();
        $redis->connect('tls://localhost', $port, 10, null, 0, 0, ['stream' => $ssl]);
        return $redis;
    };
    $redis = $make(['cafile' => certificate()]);
    $redis->set('large', $value = payload(8 << 20));
    $pipe = $redis->pipeline();
    for ($i = 0; $i < 5000; $i++) {
        $pipe->set("key:$i", str_repeat('x', $i % 300));
        $pipe->get("key:$i");
    }
    echo count($pipe->exec()), ' ', json_encode([$redis->get('large') === $value, $redis->blPop(['empty'], 1)]), "\n";
    $redis->setOption(Redis::OPT_READ_TIMEOUT, 0.3);
    echo outcome(fn () => $redis->blPop(['nothing'], 30)), "\n";
    echo outcome(fn () => @$make([])->ping()), "\n"; // nobody vouches for it
    return $make(['verify_peer' => false, 'verify_peer_name' => false])->dbSize() === 5001;
});

scenario('publish and subscribe', function () {
    [$redis, $port] = redis();
    $child = in_child(function () use ($port) {
        $publisher = connected($port);
        while ($publisher->publish('news', 'first') === 0) {
            usleep(1000); // nobody is there yet
        }
        for ($i = 0; $i < 500; $i++) {
            $publisher->publish('news', str_repeat('x', $i));
        }
        $publisher->publish('news', 'quit');
    });
    $count = $bytes = 0;
    $receive = function ($redis, $channel, $message) use (&$count, &$bytes) {
        $count++;
        $bytes += strlen($message);
        $message === 'quit' && $redis->close(); // what else would end it
    };
    echo outcome(fn () => $redis->subscribe(['news'], $receive)), "\n";
    pcntl_waitpid($child, $status);
    echo "$count messages, $bytes bytes, ", json_encode($redis->ping()), "\n";
    return $count === 502;
});

scenario('blocking pops', function () {
    [$redis, $port] = redis();
    echo json_encode($redis->blPop(['empty'], 1)), "\n";
    $child = in_child(function () use ($port) {
        $other = connected($port);
        for ($i = 0; $i < 20; $i++) {
            await_blocked($other, 1);
            $other->rPush('queue', "job $i");
            while ($other->lLen('queue') > 0) {
                usleep(100);
            }
        }
    });
    for ($jobs = []; count($jobs) < 20;) {
        $jobs[] = $redis->blPop(['other', 'queue'], 30)[1];
    }
    pcntl_waitpid($child, $status);
    echo implode(', ', $jobs), "\n";
    return end($jobs) === 'job 19';
});

scenario('nobody listens, or nobody answers', function () {
    echo outcome(fn () => (new Redis())->connect('127.0.0.1', free_port(), 5)), "\n";
    [$listener, $port] = silent_listener();
    $redis = new Redis();
    echo json_encode($redis->connect('127.0.0.1', $port, 5, null, 0, 0.3)), ' ', outcome(fn () => $redis->get('x')), "\n";
    $redis = connected($port);
    $redis->setOption(Redis::OPT_READ_TIMEOUT, 0.3);
    echo $redis->getReadTimeout(), ' ', outcome(fn () => $redis->ping()), "\n";
    return true;
});

scenario('a read time-out while blocked', function () {
    [$redis] = redis();
    $redis->setOption(Redis::OPT_READ_TIMEOUT, 0.3);
    echo outcome(fn () => $redis->blPop(['nothing'], 30)), "\n";
    echo outcome(fn () => $redis->ping()), "\n";
    $redis->setOption(Redis::OPT_READ_TIMEOUT, -1);
    return $redis->ping();
});

scenario('the server drops connections', function () {
    [$redis, $port] = redis();
    $other = connected($port);
    $redis->set('kept', 'yes');
    echo json_encode($other->rawCommand('CLIENT', 'KILL', 'ID', (string) own_id($redis))), "\n";
    echo outcome(fn () => $redis->get('kept')), "\n"; // connects anew by itself
    $redis->setOption(Redis::OPT_MAX_RETRIES, 0);
    $other->rawCommand('CLIENT', 'KILL', 'ID', (string) own_id($redis));
    echo outcome(fn () => $redis->get('kept')), "\n";
    $child = in_child(function () use ($port) {
        $third = connected($port);
        await_blocked($third, 1);
        await_sleep(posix_getppid()); // php-redis asks for the end once more before it reads, and would connect anew
        $third->rawCommand('CLIENT', 'KILL', 'TYPE', 'normal');
    });
    $redis = connected($port);
    echo outcome(fn () => $redis->blPop(['nothing'], 30)), "\n";
    pcntl_waitpid($child, $status);
    return connected($port)->get('kept') === 'yes';
});

scenario('persistent connections', function () {
    [$redis, $port] = redis();
    $make = function (string $name) use ($port) {
        $redis = new Redis();
        $redis->pconnect('127.0.0.1', $port, 10, $name);
        return $redis;
    };
    $first = $make('one');
    $id = own_id($first);
    unset($first); // without close(), it goes back into the pool
    $again = $make('one');
    echo json_encode(['again' => own_id($again) === $id, 'both' => own_id($make('one')) === $id]), "\n";
    $again->set('a', '1');
    $redis->rawCommand('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    unset($again);
    return holds('a dead one is replaced', $make('one')->ping() && own_id($make('one')) !== $id);
});

scenario('sessions', function () {
    [$redis, $port] = redis();
    $at = "tcp://127.0.0.1:$port?prefix=s:&timeout=5";
    foreach (['one', 'two', 'one'] as $id) {
        echo in_session('redis', $at, $id);
    }
    echo $redis->strlen('s:one'), "\n";
    echo in_session('redis', 'tcp://127.0.0.1:' . free_port(), 'three');
    return count($redis->keys('s:*')) === 2;
});

scenario('hundreds of clients', function () {
    [$redis, $port] = redis();
    for ($i = 0; $i < 1500; $i++) {
        $clients[$i] = connected($port);
        $clients[$i]->set("client:$i", (string) $i);
    }
    foreach ($clients as $i => $client) {
        $sum = ($sum ?? 0) + $client->get('client:' . (1499 - $i));
    }
    echo "$sum, {$redis->info('clients')['connected_clients']} connected\n";
    return $sum === 1500 * 1499 / 2;
});
