--TEST--
A task for whose stack memory_limit has no room is an Error in the spawner that names it; those before go on, and so do others in their place
--SKIPIF--
<?php
if (getenv('USE_ZEND_ALLOC') === '0') die('skip needs the limit of memory');
?>
--INI--
memory_limit=16M
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

run(function () {
    $woken = 0;
    $sleep = function () use (&$woken) {
        delay(0.01);
        $woken++;
    };
    try {
        for ($spawned = 0; $spawned < 50000; $spawned++) spawn($sleep);
        echo "no limit\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    while ($woken < $spawned) delay(0.01);
    spawn($sleep)->await();
    var_dump($spawned > 1000, $woken - $spawned);
});
?>
--EXPECTF--
Error: Cannot spawn a task: %d have a stack, and memory_limit, which is 16777216 bytes, has room for no more: raise it
bool(true)
int(1)
