--TEST--
tasks, promise 7: a task that a destructor at its very end has found, by tasks(), still has its failure or its result for who awaits it
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{on_error, run, spawn, tasks};

class Finder
{
    public static array $found = [];
    public function __destruct() { self::$found = tasks(); }
}

on_error(fn (Throwable $e) => print("told of {$e->getMessage()}\n"));
foreach ([failing('a failure'), fn () => 'its result'] as $fn) {
    $map = new WeakMap();
    run(function () use ($map, $fn) { $map[spawn($fn)] = new Finder(); });
    echo count($map), ' left, ', count(Finder::$found), " found\n";
    foreach ([1, 2] as $_) echo outcome(fn () => Finder::$found[0]->await()), "\n";
    Finder::$found = [];
}
?>
--EXPECT--
told of a failure
0 left, 1 found
LogicException: a failure
LogicException: a failure
0 left, 1 found
returned "its result"
returned "its result"
