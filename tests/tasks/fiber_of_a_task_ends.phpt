--TEST--
a task parked by Fiber::suspend(): a cancellation, a deadline and a deadlock end it, a value on its way beats them, and the script's end unwinds it
--FILE--
<?php
use function Uvstream\{delay, run, spawn, timeout};
use Uvstream\{CancelledError, DeadlockError, Task, TimeoutException};

/** A task parked by Fiber::suspend(), and its Fiber. */
function suspended(string $name): array
{
    $task = spawn(function () use ($name, &$fiber) {
        $fiber = Fiber::getCurrent();
        try {
            $value = Fiber::suspend();
            echo "$name: goes on with $value\n";
        } catch (CancelledError $e) {
            echo "$name: {$e->reason->name}\n";
        }
        try {
            delay(0.001);
            echo "$name: waits\n";
        } catch (CancelledError $e) {
            echo "$name: {$e->reason->name}\n";
        }
        return $name;
    });
    delay(0);
    return [$task, $fiber];
}

[$task, $fiber] = suspended('cancelled');
$task->cancel();
$task->await();
var_dump($fiber->isTerminated());

[$task, $fiber] = suspended('resumed, then cancelled');
$fiber->resume('a value');
$task->cancel();
$task->await();

[$task, $fiber] = suspended('cancelled, then resumed');
$task->cancel();
$fiber->resume('a value');
$task->await();

try {
    spawn(fn () => timeout(0.001, fn () => Fiber::suspend()))->await();
} catch (TimeoutException) {
    echo "timeout\n";
}

try {
    run(function () { spawn(fn () => Fiber::suspend()); });
} catch (DeadlockError $e) {
    echo preg_match('/task #\d+ waits for its Fiber to be resumed in Fiber::suspend\(\) at /', $e->getMessage()), "\n";
}

// What is suspended for ever holds what it holds; the collector may look at it.
$task = spawn(function () {
    $cycle = new stdClass;
    $cycle->its = $cycle;
    $cycle->fiber = Fiber::getCurrent();
    try {
        Fiber::suspend();
    } finally {
        echo get_class($cycle->its->fiber), "\n";
    }
});
delay(0);
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
cancelled: Requested
cancelled: Requested
bool(true)
resumed, then cancelled: goes on with a value
resumed, then cancelled: Requested
cancelled, then resumed: goes on with a value
cancelled, then resumed: Requested
timeout
1
end
Fiber
