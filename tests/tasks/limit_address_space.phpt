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
    try {
        spawn($sleep);
    } catch (Error $error) {
        echo 'once more: ', $error->getMessage(), "\n";
    }
    while ($woken < $spawned) delay(0.01);
    spawn($sleep)->await();
    var_dump($spawned > 100, $woken - $spawned);
});
CODE;
// Wherever the end is: a stack is 2 MiB, and what was left beside the last one may be of use to nobody.
$printed = [];
for ($kilobytes = 3_000_000; $kilobytes > 2_998_000; $kilobytes -= 250) {
    $command = implode(' ', array_map('escapeshellarg', php_command($code)));
    $printed[] = preg_replace('/\d+(?= others)/', 'so many', shell_exec("ulimit -v $kilobytes && exec $command"));
}
echo implode("---\n", array_unique($printed));
?>
--EXPECTF--
Error: Cannot spawn a task: the system gives it no stack beside those of so many others
Fiber stack allocate failed: mmap failed: Cannot allocate memory (12)
once more: Cannot spawn a task: the system gives it no stack beside those of so many others
bool(true)
int(1)
