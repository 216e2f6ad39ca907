<?php
// What tasks do with many connections to a MariaDB, whichever client they are of.
declare(strict_types=1);
require_once __DIR__ . '/mariadb.php';
require_once __DIR__ . '/tasks.php';

const COUNT = 200;
const MANY = ['--max-connections=500', '--back-log=500'];

/** COUNT connections, each opened in a task of its own. @template T of object @param Closure(): T $connect @return list<T> */
function connections(string $way, Closure $connect): array
{
    return together(COUNT . " connections by $way", COUNT, fn () => $connect());
}

/** COUNT queries that sleep at once. @param Closure(int, float): int $query the number of one, and how many seconds it sleeps */
function are_answered(string $way, Closure $query): bool
{
    return overlapping(COUNT . " queries by $way", COUNT, 0.2, $query) === range(0, COUNT - 1);
}
