--TEST--
a Fiber that a script makes within a task is PHP's own: suspend() leaves it for its resumer, a wait in it parks the task, and another task may go on with it
--FILE--
<?php
use function Uvstream\{all, delay, run, spawn};
use Uvstream\{Channel, Task};

/** Counts by Fiber::suspend(), and waits in between. */
function counter(string $name): Fiber
{
    return new Fiber(function () use ($name) {
        for ($i = 0; ; ++$i) {
            $task = Task::current();
            delay(0);
            if (Task::current() !== $task) echo "another task\n";
            $stop = Fiber::suspend("$name$i");
            if ($stop) return "$name ends with $stop";
        }
    });
}

// Eight tasks, each with its own.
$counted = all(array_map(fn ($name) => function () use ($name) {
    $fiber = counter($name);
    $own = Fiber::getCurrent();
    $all = $fiber->start();
    for ($i = 0; $i < 3; ++$i) {
        $all .= ' ' . $fiber->resume();
        if (Fiber::getCurrent() !== $own) echo "not in the task's own\n";
        delay(0);
    }
    $fiber->resume('stop');
    return $all . ' ' . $fiber->getReturn();
}, range('a', 'h')));
echo implode("\n", $counted), "\n";

run(function () {
    // While it is parked in a task it is not to be resumed; between, anybody may.
    $fiber = counter('x');
    $first = spawn(function () use ($fiber) { return $fiber->start(); });
    delay(0);
    try {
        $fiber->resume();
    } catch (FiberError $e) {
        echo $e->getMessage(), "\n";
    }
    echo $first->await(), "\n";
    echo spawn(fn () => $fiber->resume())->await(), "\n";
    echo $fiber->resume(), "\n"; // in {main}
    spawn(function () use ($fiber) {
        try {
            $fiber->throw(new LogicException('thrown into it'));
        } catch (LogicException $e) {
            echo $e->getMessage(), ' ', $fiber->isTerminated() ? 'ended' : 'alive', "\n";
        }
    });
});

run(function () {
    // A task's own is resumed from a Fiber within another task.
    $own = null;
    $task = spawn(function () use (&$own) {
        $own = Fiber::getCurrent();
        return Fiber::suspend();
    });
    spawn(function () use (&$own) {
        (new Fiber(function () use (&$own) {
            $own->resume('from a fiber');
            delay(0);
        }))->start();
    });
    echo $task->await(), "\n";
});

run(function () {
    // Left unfinished: it is unwound when it is let go of, and may wait meanwhile.
    spawn(function () {
        $fiber = new Fiber(function () {
            try {
                Fiber::suspend();
            } finally {
                delay(0);
                echo "unwound\n";
            }
        });
        $fiber->start();
    });
});

run(function () {
    spawn(function () {
        $channel = new Channel;
        $fiber = new Fiber(function () use ($channel) {
            $channel->send(Fiber::suspend('ready'));
        });
        echo $fiber->start(), "\n";
        spawn(fn () => print($channel->receive() . "\n"));
        $fiber->resume('through a channel');
    });
});
?>
--EXPECT--
a0 a1 a2 a3 a ends with stop
b0 b1 b2 b3 b ends with stop
c0 c1 c2 c3 c ends with stop
d0 d1 d2 d3 d ends with stop
e0 e1 e2 e3 e ends with stop
f0 f1 f2 f3 f ends with stop
g0 g1 g2 g3 g ends with stop
h0 h1 h2 h3 h ends with stop
Cannot resume a fiber that is not suspended
x0
x1
x2
thrown into it ended
from a fiber
unwound
ready
through a channel
