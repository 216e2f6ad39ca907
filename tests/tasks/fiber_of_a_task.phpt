--TEST--
a task's own Fiber: suspend() parks it, resume() and throw() wake it and return null at once; a second one finds it not suspended
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
use Uvstream\Task;

function state(Fiber $fiber): string
{
    return implode(' ', array_keys(array_filter(['started' => $fiber->isStarted(), 'suspended' => $fiber->isSuspended(),
        'running' => $fiber->isRunning(), 'terminated' => $fiber->isTerminated()])));
}

function refused(callable $what): void
{
    try {
        $what();
        echo "not refused\n";
    } catch (FiberError $e) {
        echo $e->getMessage(), "\n";
    }
}

run(function () {
    $fiber = null;
    $task = spawn(function () use (&$fiber) {
        $fiber = Fiber::getCurrent();
        echo state($fiber), "\n";
        delay(0);
        $value = Fiber::suspend('nobody gets this');
        echo "suspend() returns $value\n";
        try {
            Fiber::suspend();
        } catch (RuntimeException $e) {
            echo 'suspend() throws ', $e->getMessage(), "\n";
        }
        var_dump(Fiber::suspend());
        return 'result';
    });
    delay(0);
    echo state($fiber), "\n"; // parked by another wait than suspend()
    refused(fn () => $fiber->resume());
    refused(fn () => $fiber->throw(new RuntimeException));
    refused(fn () => $fiber->start());
    refused(fn () => $fiber->getReturn());
    delay(0);
    echo state($fiber), '; ', preg_replace('/ at .*/', '', $task->where()), "\n";
    var_dump($fiber->resume('a value')); // the task has not run yet
    echo state($fiber), "\n";
    refused(fn () => $fiber->resume('another'));
    refused(fn () => $fiber->throw(new RuntimeException('another')));
    delay(0);
    echo state($fiber), "\n";
    var_dump($fiber->throw(new RuntimeException('an error')));
    delay(0);
    $fiber->resume();
    echo $task->await(), ' ', $fiber->getReturn(), "\n";
    echo state($fiber), "\n";
    refused(fn () => $fiber->resume());
});

$fiber = new Fiber(fn () => 1 + Fiber::suspend(1)); // in {main}, and not a task's
var_dump($fiber->start(), $fiber->resume(2), $fiber->getReturn());
refused(fn () => Fiber::suspend());
?>
--EXPECT--
started running
started running
Cannot resume a fiber that is not suspended
Cannot resume a fiber that is not suspended
Cannot start a fiber that has already been started
Cannot get fiber return value: The fiber has not returned
started suspended; waits for its Fiber to be resumed in Fiber::suspend()
NULL
started running
Cannot resume a fiber that is not suspended
Cannot resume a fiber that is not suspended
suspend() returns a value
started suspended
NULL
suspend() throws an error
NULL
result result
started terminated
Cannot resume a fiber that is not suspended
int(1)
NULL
int(3)
Cannot suspend outside of a fiber
