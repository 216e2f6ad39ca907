<?php
// What tasks do with connections to a Redis, whichever client they are of.
declare(strict_types=1);
require_once __DIR__ . '/services.php';
require_once __DIR__ . '/tasks.php';

const TASKS = 100;
const GETS = 10;

/** Values of all lengths up to 20,000 bytes, under the keys key:0 and so on. @return list<string> */
function filled(object $redis): array
{
    for ($i = 0; $i < TASKS * GETS; $i++) {
        $redis->set("key:$i", $values[] = substr(payload($i * 20), 0, $i * 20));
    }
    return $values;
}

/** TASKS tasks that read GETS keys each by the client that $use gives them. @param callable(callable): mixed $use */
function gets(string $what, callable $use): array
{
    $get = fn (int $i) => array_map(fn ($j) => $use(fn ($redis) => $redis->get("key:$j")), range($i * GETS, ($i + 1) * GETS - 1));
    return array_merge(...together(TASKS * GETS . " GETs from " . TASKS . " tasks, $what", TASKS, $get));
}

/** TASKS tasks that wait for what nobody sends, on a connection each. @param callable(int): object $connect of a port */
function pops(callable $connect, callable $command): bool
{
    [$port] = redis_server(false, '--hz', '500'); // so often it looks whose time is over
    $clients = array_map(fn () => $connect($port), range(1, TASKS));
    array_map(fn ($redis) => $redis->ping(), $clients); // Predis connects no sooner
    // (0 is for ever.)
    $wait = fn (int $i, float $seconds) => $command($clients[$i], ["BLPOP", "none:$i", (string) max($seconds, 0.001)]);
    $popped = overlapping(TASKS . ' blocking pops', TASKS, 0.2, $wait);
    return $popped === array_fill(0, TASKS, $popped[0]);
}
