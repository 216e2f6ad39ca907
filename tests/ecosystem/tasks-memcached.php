<?php
// extension: igbinary msgpack memcached
// needs: memcached
// only: uvstream
declare(strict_types=1);
require __DIR__ . '/inc/scenario.php';
require __DIR__ . '/inc/library_waits.php';

const PROTOCOLS = [
    'text' => [],
    'binary' => [Memcached::OPT_BINARY_PROTOCOL => true],
    'without blocking' => [Memcached::OPT_NO_BLOCK => true],
];

function connected(int $port, array $options = []): Memcached
{
    $cache = new Memcached();
    $cache->setOptions($options + [Memcached::OPT_POLL_TIMEOUT => 20_000, Memcached::OPT_CONNECT_TIMEOUT => 20_000]);
    $cache->addServer('127.0.0.1', $port);
    return $cache;
}

/** @return array{int, array<int, string>} a server's port, and values of all lengths, under the keys key:0 and so on */
function filled(int $count): array
{
    [$port] = memcached_server();
    $cache = connected($port, [Memcached::OPT_COMPRESSION => false]);
    for ($i = 0; $i < $count; $i++) {
        $cache->set("key:$i", $values[] = "$i:" . payload($i % 7 === 0 ? 300_000 : $i));
    }
    return [$port, $values];
}

foreach (PROTOCOLS as $name => $options) {
    scenario("calls that wait, $name", function () use ($options) {
        [$port, $values] = filled(30);
        $get = fn (Memcached $cache, int $i) => $cache->get("key:$i");
        return library_waits($port, fn ($port) => connected($port, $options), $get, fn ($i) => $values[$i], fn ($cache) => $cache->resetServerList(), 30);
    });
}

/** 50 tasks that read a key each, 10 times, of as many clients as $client gives. @return array{int, int} right, wrong */
function gets(array $values, callable $client): array
{
    $gets = function (int $i) use ($values, $client): array {
        $cache = $client();
        for ($j = 0; $j < 10; $j++) {
            $got = answer_or_failure(fn () => $cache->get("key:$i"));
            $counts[] = [(int) ($got === $values[$i]), (int) ($got !== $values[$i] && $got !== false)];
            Uvstream\delay(0);
        }
        return $counts;
    };
    $counts = array_merge(...Uvstream\all(array_map(fn ($i) => fn () => $gets($i), range(0, 49))));
    return [array_sum(array_column($counts, 0)), array_sum(array_column($counts, 1))];
}

scenario('one client for all', function () {
    [$port, $values] = filled(50);
    $cache = connected($port);
    return gets($values, fn () => $cache) === [500, 0];
});

scenario('each task is told how its own call has ended', function () {
    [$port] = filled(1);
    $cache = connected($port);
    $codes = Uvstream\all(array_map(fn ($i) => function () use ($cache, $i) {
        $cache->get("key:$i");
        return $cache->getResultCode();
    }, range(0, 49)));
    return $codes === array_map(fn ($i) => $i === 0 ? Memcached::RES_SUCCESS : Memcached::RES_NOTFOUND, range(0, 49));
});

scenario('a persistent connection of several clients: each call is right, or fails', function () {
    [$port, $values] = filled(50);
    [, $wrong] = gets($values, function () use ($port) {
        $cache = new Memcached('shared');
        $cache->getServerList() === [] && $cache->addServer('127.0.0.1', $port);
        return $cache;
    });
    return holds('nobody reads the answer to another', $wrong === 0);
});
