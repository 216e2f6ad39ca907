<?php
// library: predis/predis
// needs: redis-server
declare(strict_types=1);

use Predis\Client;

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';

/** A client of a fresh server, and the server's port and socket. */
function redis(array $parameters = []): array
{
    [$port, $socket] = redis_server();
    return [new Client($parameters + ['host' => '127.0.0.1', 'port' => $port]), $port, $socket];
}

/** Waits until the server sees $count blocked clients. */
function await_blocked(Client $redis, int $count): void
{
    while ((int) $redis->info('clients')['Clients']['blocked_clients'] !== $count) {
        usleep(1000);
    }
}

scenario('sets, gets and counts', function () {
    [$redis] = redis();
    $redis->set('name', "binary \0\r\n value");
    $redis->hmset('hash', ['a' => 1, 'b' => 'two']);
    $redis->rpush('list', ['x', 'y', 'z']);
    for ($i = 0; $i < 1000; $i++) {
        $last = $redis->incr('counter');
    }
    echo json_encode([$redis->get('name'), $redis->get('none'), $redis->hgetall('hash'), $redis->lrange('list', 0, -1), $last]), "\n";
    echo outcome(fn () => $redis->lpush('name', ['x'])), "\n";
    return $redis->ping() == 'PONG';
});

scenario('pipelines of thousands', function () {
    [$redis] = redis();
    $replies = $redis->pipeline(function ($pipe) {
        for ($i = 0; $i < 20000; $i++) {
            $pipe->set("key:$i", str_repeat(chr(97 + $i % 26), $i % 300));
            $pipe->strlen("key:$i");
        }
    });
    $lengths = array_sum(array_filter($replies, 'is_int'));
    echo count($replies), " replies, sum of lengths $lengths, {$redis->dbsize()} keys\n";
    return count($replies) === 40000;
});

scenario('transactions', function () {
    [$redis, $port] = redis();
    $other = new Client(['host' => '127.0.0.1', 'port' => $port]);
    echo json_encode($redis->transaction(function ($tx) {
        $tx->set('a', 1);
        $tx->incrby('a', 41);
        $tx->get('a');
    })), "\n";
    $tries = 0;
    echo json_encode($redis->transaction(['watch' => 'a', 'cas' => true, 'retry' => 2], function ($tx) use ($other, &$tries) {
        $seen = (int) $tx->get('a');
        $tries++ === 0 && $other->incr('a'); // spoils the first try
        $tx->multi();
        $tx->set('a', $seen * 2);
    })), ", $tries tries, {$other->get('a')}\n";
    return $other->get('a') === '86';
});

scenario('large values', function () {
    [$redis] = redis();
    $value = payload(24 << 20);
    $redis->set('large', $value);
    $redis->append('large', 'end');
    $back = $redis->get('large');
    echo strlen($back), ' ', $back === $value . 'end' ? 'same' : 'DIFFERENT', "\n";
    $redis->pipeline(function ($pipe) use ($value) {
        for ($i = 0; $i < 64; $i++) {
            $pipe->set("part:$i", substr($value, $i << 18, 1 << 18));
        }
    });
    $joined = implode('', $redis->mget(array_map(fn ($i) => "part:$i", range(0, 63))));
    return $joined === substr($value, 0, 64 << 18);
});

scenario('publish and subscribe', function () {
    [$redis, $port] = redis();
    $child = in_child(function () use ($port) {
        $publisher = new Client(['host' => '127.0.0.1', 'port' => $port]);
        while ($publisher->publish('news', 'first') === 0) {
            usleep(1000); // nobody is there yet
        }
        for ($i = 0; $i < 500; $i++) {
            $publisher->publish('news', str_repeat('x', $i));
        }
        $publisher->publish('control', 'quit');
    });
    $loop = $redis->pubSubLoop();
    $loop->subscribe('news', 'control');
    $count = $bytes = 0;
    foreach ($loop as $message) {
        if ($message->kind === 'subscribe') {
            echo "subscribed to $message->channel\n";
        } elseif ($message->kind === 'message' && $message->channel === 'news') {
            $count++;
            $bytes += strlen($message->payload);
        } elseif ($message->kind === 'message') {
            $loop->unsubscribe();
        }
    }
    unset($loop);
    pcntl_waitpid($child, $status);
    echo "$count messages, $bytes bytes\n";
    return $count === 501;
});

scenario('blocking pops', function () {
    [$redis, $port] = redis();
    echo json_encode($redis->blpop(['empty'], 1)), "\n";
    $child = in_child(function () use ($port) {
        $other = new Client(['host' => '127.0.0.1', 'port' => $port]);
        for ($i = 0; $i < 20; $i++) {
            await_blocked($other, 1);
            $other->rpush('queue', ["job $i"]);
            while ($other->llen('queue') > 0) {
                usleep(100);
            }
        }
    });
    for ($jobs = []; count($jobs) < 20;) {
        $jobs[] = $redis->blpop(['other', 'queue'], 30)[1];
    }
    pcntl_waitpid($child, $status);
    echo implode(', ', $jobs), "\n";
    return end($jobs) === 'job 19';
});

scenario('a unix socket', function () {
    [, , $socket] = redis();
    $redis = new Client(['scheme' => 'unix', 'path' => $socket]);
    $redis->set('large', $value = payload(5 << 20));
    echo json_encode([$redis->get('large') === $value, (string) $redis->ping('hello')]), "\n";
    echo outcome(fn () => (new Client(['scheme' => 'unix', 'path' => "$socket.none"]))->ping()), "\n";
    return $redis->strlen('large') === strlen($value);
});

scenario('TLS', function () {
    [, , $port] = redis_server(true);
    $make = fn (array $ssl) => new Client(['scheme' => 'tls', 'host' => 'localhost', 'port' => $port, 'ssl' => $ssl]);
    $redis = $make(['cafile' => certificate()]);
    $redis->set('large', $value = payload(8 << 20));
    $replies = $redis->pipeline(function ($pipe) {
        for ($i = 0; $i < 5000; $i++) {
            $pipe->set("key:$i", str_repeat('x', $i % 300));
            $pipe->get("key:$i");
        }
    });
    $same = $redis->get('large') === $value;
    echo count($replies), ' ', json_encode([$same, $redis->blpop(['empty'], 1), (string) $redis->ping('still')]), "\n";
    echo outcome(fn () => @$make([])->ping()), "\n"; // nobody vouches for it
    return $redis->dbsize() === 5001;
});

scenario('nobody listens', function () {
    $redis = new Client(['host' => '127.0.0.1', 'port' => free_port(), 'timeout' => 5]);
    echo outcome(fn () => $redis->ping()), "\n", json_encode($redis->isConnected()), "\n";
    return true;
});

scenario('a server that never answers', function () {
    [$listener, $port] = silent_listener();
    $redis = new Client(['host' => '127.0.0.1', 'port' => $port, 'read_write_timeout' => 0.3]);
    echo outcome(fn () => $redis->get('x')), "\n", json_encode($redis->isConnected()), "\n";
    return true;
});

scenario('the server drops connections', function () {
    [$redis, $port] = redis();
    $other = new Client(['host' => '127.0.0.1', 'port' => $port]);
    $redis->set('kept', 'yes');
    $id = $redis->client('ID');
    echo json_encode([$id > 0, $other->client('KILL', 'ID', $id)]), "\n";
    echo outcome(fn () => $redis->get('kept')), "\n", json_encode($redis->isConnected()), "\n";
    echo outcome(fn () => $redis->get('kept')), "\n"; // connects anew
    // One that is blocked.
    $child = in_child(function () use ($port) {
        $third = new Client(['host' => '127.0.0.1', 'port' => $port]);
        await_blocked($third, 1);
        $third->client('KILL', 'TYPE', 'normal');
    });
    echo outcome(fn () => $redis->blpop(['nothing'], 30)), "\n";
    pcntl_waitpid($child, $status);
    return $redis->get('kept') === 'yes';
});

scenario('persistent connections', function () {
    [$redis, $port] = redis();
    $make = fn ($name) => new Client(['host' => '127.0.0.1', 'port' => $port, 'persistent' => $name]);
    $first = $make('one');
    $id = $first->client('ID');
    unset($first);
    gc_collect_cycles();
    $again = $make('one');
    $other = $make('two');
    echo json_encode(['again' => $again->client('ID') === $id, 'other' => $other->client('ID') === $id]), "\n";
    $redis->client('KILL', 'ID', $id);
    echo outcome(fn () => $again->ping()), "\n";
    return $again->client('ID') !== $id;
});

scenario('hundreds of clients', function () {
    [, $port] = redis();
    for ($i = 0; $i < 600; $i++) {
        $clients[$i] = new Client(['host' => '127.0.0.1', 'port' => $port]);
        $clients[$i]->set("client:$i", $i);
    }
    foreach ($clients as $i => $client) { // all at once: asked first, answered later
        $client->getConnection()->writeRequest($client->createCommand('GET', ['client:' . (599 - $i)]));
    }
    $sum = 0;
    foreach ($clients as $client) {
        $sum += (int) $client->getConnection()->read();
    }
    echo "$sum, {$clients[0]->info('clients')['Clients']['connected_clients']} connected\n";
    return $sum === 599 * 300;
});
