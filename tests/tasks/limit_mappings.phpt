--TEST--
More tasks than vm.max_map_count has room for: PHP 8.3 does without guard pages and has them all, PHP 8.2 refuses in the spawner, and those before go on
--SKIPIF--
<?php
if (PHP_OS_FAMILY !== 'Linux') die('skip needs Linux');
exec('unshare -m mount --bind /dev/null /proc/sys/vm/max_map_count 2>&1', $output, $failed);
if ($failed) die('skip needs unshare and mount');
?>
--FILE--
<?php
// The system has its own limit, so it is told to the process as a lower one.
require __DIR__ . '/../inc/child_php.inc';

$code = <<<'CODE'
use function Uvstream\{delay, run, spawn};
$mappings = fn () => count(file('/proc/self/maps'));
$before = $mappings();
$woken = 0;
run(function () use (&$woken, $mappings, $before) {
    try {
        for ($spawned = 0; $spawned < 4000; $spawned++) {
            spawn(function () use (&$woken) {
                delay(0.01);
                $woken++;
            });
        }
    } catch (Error $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
    delay(0);
    $are_few = $mappings() - $before < 1900;
    echo $spawned, $are_few ? " tasks\n" : " tasks with more mappings than there may be\n";
});
echo $woken, " have ended\n";
CODE;
$file = tempnam(sys_get_temp_dir(), 'uvstream-maps-');
file_put_contents($file, "2000\n");
$php = implode(' ', array_map('escapeshellarg', php_command($code)));
passthru('unshare -m sh -c ' . escapeshellarg("mount --bind $file /proc/sys/vm/max_map_count && exec $php"));
unlink($file);
?>
--EXPECTREGEX--
(4000 tasks
4000 have ended|Error: Cannot spawn a task: 875 have a stack, and vm\.max_map_count, which is 2000, has room for no more: raise it
875 tasks
875 have ended)
