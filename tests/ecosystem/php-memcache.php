<?php
// extension: memcache
// needs: memcached
declare(strict_types=1);

require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/services.php';
error_reporting(E_ALL & ~E_DEPRECATED); // it creates dynamic properties

/** A client of a fresh server, and the server's port and socket. */
function cache(): array
{
    [$port, $socket] = memcached_server();
    return [connected($port), $port, $socket];
}

function connected(int $port): Memcache
{
    $cache = new Memcache();
    $cache->connect('127.0.0.1', $port, 10);
    return $cache;
}

function show_errors(): void
{
    set_error_handler(function (int $level, string $text) {
        echo error_reporting() & $level ? preg_replace('/tcp \d+/', 'tcp PORT', "$text\n") : '';
        return true;
    });
}

scenario('sets, gets and counts', function () {
    [$cache] = cache();
    echo json_encode([$cache->set('name', "binary \0\r\n value"), $cache->get('name'), $cache->get('none')]), "\n";
    $cache->set('array', ['deep' => [1, null, 2.5]]);
    echo json_encode([$cache->get('array'), $cache->add('name', 'x'), $cache->replace('none', 'x'), $cache->delete('name')]), "\n";
    $cache->set('counter', 0);
    for ($i = 0; $i < 1000; $i++) {
        $last = $cache->increment('counter');
    }
    echo json_encode([$last, $cache->decrement('counter', 10), $cache->get(['array', 'counter', 'none'])]), "\n";
    return $cache->flush() && $cache->get('array') === false && $cache->close();
});

scenario('large values', function () {
    [$cache] = cache();
    $value = payload(20 << 20);
    $text = str_repeat('compressible ', 1 << 20);
    return holds('set', $cache->set('large', $value) && $cache->set('text', $text, MEMCACHE_COMPRESSED))
        && holds('same', $cache->get('large') === $value)
        && holds('same, compressed', $cache->get('text') === $text)
        && holds('too large is refused', @$cache->set('larger', payload(40 << 20)) === false)
        && holds('goes on', $cache->get('large') === $value);
});

scenario('many keys', function () {
    [$cache] = cache();
    for ($i = 0; $i < 5000; $i++) {
        $cache->set("key$i", str_repeat(chr(97 + $i % 26), $i % 300));
    }
    $all = $cache->get(array_map(fn ($i) => "key$i", range(0, 9999)));
    echo count($all), ' ', array_sum(array_map('strlen', $all)), "\n";
    $stats = $cache->getStats();
    echo $stats['curr_items'], ' ', $stats['cmd_set'], "\n";
    return strlen($all['key299']) === 299;
});

scenario('a unix socket', function () {
    [, , $socket] = cache();
    $cache = new Memcache();
    echo json_encode([$cache->connect("unix://$socket", 0), $cache->set('large', $value = payload(5 << 20))]), "\n";
    echo json_encode(@(new Memcache())->connect("unix://$socket.none", 0)), "\n";
    return $cache->get('large') === $value;
});

scenario('a pool of servers', function () {
    $pool = new Memcache();
    $failed = [];
    $callback = function ($host, $port, $udp, $error, $code) use (&$failed) {
        $failed[$port] = "$host: $error ($code)";
    };
    foreach ([cache()[1], cache()[1], free_port()] as $port) {
        $ports[] = $port;
        $pool->addServer('127.0.0.1', $port, false, 1, 1, 15, true, $callback);
    }
    for ($i = 0; $i < 1000; $i++) {
        @$pool->set("key$i", $i);
    }
    $found = @$pool->get(array_map(fn ($i) => "key$i", range(0, 999)));
    echo count($found), ' found, failed: ', json_encode(array_values($failed)), "\n";
    $items = array_map(fn ($port) => connected($port)->getStats()['curr_items'], array_slice($ports, 0, 2));
    return holds('both have some', min($items) > 0 && array_sum($items) >= 1000) && array_sum($found) === 499500;
});

scenario('nobody listens', function () {
    show_errors();
    $cache = new Memcache();
    echo json_encode($cache->connect('127.0.0.1', free_port(), 5)), "\n";
    echo json_encode([$cache->set('a', 1), $cache->get('a')]), "\n";
    return true;
});

scenario('a server that never answers', function () {
    show_errors();
    [$listener, $port] = silent_listener();
    $cache = new Memcache();
    ini_set('memcache.default_timeout_ms', '300');
    echo json_encode($cache->addServer('127.0.0.1', $port, false, 1, 1, 15)), "\n";
    echo json_encode($cache->get('a')), "\n";
    return true;
});

scenario('a server that drops the connection', function () {
    [$cache, $port] = cache();
    show_errors();
    [$listener, $dropping] = silent_listener();
    $child = in_child(function () use ($listener) {
        for ($i = 0; $i < 2; $i++) {
            $connection = stream_socket_accept($listener, 30);
            fread($connection, 100);
            fclose($connection);
        }
    });
    fclose($listener);
    $cache = new Memcache();
    $cache->addServer('127.0.0.1', $dropping, false, 1, 10, 15);
    echo json_encode($cache->get('a')), "\n";
    posix_kill($child, SIGKILL);
    pcntl_waitpid($child, $status);
    return connected($port)->set('a', 1);
});

scenario('persistent connections', function () {
    [$cache, $port] = cache();
    $before = $cache->getStats()['total_connections'];
    for ($i = 0; $i < 50; $i++) {
        $persistent = new Memcache();
        $persistent->pconnect('127.0.0.1', $port, 10);
        $persistent->set("key$i", $i);
    }
    echo $persistent->get('key49'), ' ', $cache->getStats()['total_connections'] - $before, "\n";
    return true;
});

scenario('sessions', function () {
    [$cache, $port] = cache();
    foreach (['one', 'two', 'one'] as $id) {
        echo in_session('memcache', "tcp://127.0.0.1:$port?timeout=5", $id);
    }
    echo in_session('memcache', 'tcp://127.0.0.1:' . free_port(), 'three');
    return is_string($cache->get('one'));
});

scenario('hundreds of clients', function () {
    [$cache, $port] = cache();
    for ($i = 0; $i < 600; $i++) {
        $clients[$i] = connected($port);
        $clients[$i]->set("client$i", $i);
    }
    foreach ($clients as $i => $client) {
        $sum = ($sum ?? 0) + $client->get('client' . (599 - $i));
    }
    echo "$sum\n";
    return $sum === 600 * 599 / 2;
});
