--TEST--
tasks, promise 7: exit() in on_error()'s function, or in a destructor at a task's end, ends the script; a destructor's exception is told
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
use function Uvstream\{delay, on_error, run, spawn};

if (isset($argv[1])) {
    on_error(function (Throwable $e) { echo $e->getMessage(), "\n"; exit(3); });
    register_shutdown_function(fn () => print("shutdown\n"));
    class Exits { function __destruct() { echo "destructor\n"; exit(4); } }
    class Throws { function __destruct() { throw new LogicException('of a destructor'); } }
    $fails = fn () => throw new LogicException('it fails');
    match ($argv[1]) {
        'handler' => run(function () use ($fails) {
            spawn(fn () => delay(60));
            spawn($fails);
        }),
        'handler, later' => run(function () use ($fails) {
            $task = spawn($fails);
            while (!$task->isDone()) delay(0);
            $task = null;
            echo "Not here\n";
        }),
        'destructor' => run(function () {
            $task = spawn(function ($object) { delay(0); }, new Exits);
            delay(60);
        }),
        'throwing destructor' => run(function () {
            $task = spawn(function ($object) { delay(0); }, new Throws);
            delay(60);
        }),
    };
    echo "Not here\n";
    exit;
}
foreach (['handler', 'handler, later', 'destructor', 'throwing destructor'] as $case) {
    echo "-- $case\n";
    $child = proc_open([...php_with_options(), '-f', __FILE__, '--', $case], [], $pipes);
    $code = proc_close($child);
    echo "code $code\n";
}
?>
--EXPECT--
-- handler
it fails
shutdown
code 3
-- handler, later
it fails
shutdown
code 3
-- destructor
destructor
shutdown
code 4
-- throwing destructor
of a destructor
shutdown
code 3
