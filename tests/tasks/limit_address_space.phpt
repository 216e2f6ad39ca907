--TEST--
A task for which the system has no stack is an Error in the spawner, with the system's reason; those before go on, and so do others in their place
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux');
if (getenv('USE_ZEND_ALLOC') === '0' || getenv('BESIDE')) die('skip takes all address space, also of others');
?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

$code = <<<'CODE'
use function Uvstream\{delay, run, spawn};
run(function () {
    $woken = 0;
    $sleep = function () use (&$woken) {
        delay(0.01);
        $woken++;
    };
    try {
        for ($spawned = 0; $spawned < 20000; $spawned++) spawn($sleep);
        echo "no limit\n";
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
        echo $error->getPrevious()->getMessage(), "\n";
    }
    while ($woken < $spawned) delay(0.01);
    spawn($sleep)->await();
    var_dump($spawned > 100, $woken - $spawned);
});
CODE;
passthru('ulimit -v 3000000 && exec ' . implode(' ', array_map('escapeshellarg', php_command($code))));
?>
--EXPECTF--
Error: Cannot spawn a task: the system gives it no stack beside those of %d others
Fiber stack allocate failed: mmap failed: Cannot allocate memory (12)
bool(true)
int(1)
