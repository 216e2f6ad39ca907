--TEST--
tasks, promise 4: timeout(), shield(), run() and group() that a script's own Fiber is left in the middle of, in whatever order they end, and in whichever task
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, Group};
use function Uvstream\{delay, group, run, shield, spawn, timeout};

$places = [
    '{main}' => fn (Closure $body) => $body(),
    'a task' => fn (Closure $body) => run(fn () => spawn($body)->await()),
];
foreach ($places as $name => $in) {
    echo "-- in $name\n";
    $in(function () {
        // A wait within, and its deadline
        $fiber = new Fiber(fn () => outcome(fn () => timeout(0.01, fn () => Fiber::suspend('suspended') ?? delay(60))));
        echo $fiber->start(), ', ';
        $fiber->resume();
        echo $fiber->getReturn(), "\n";

        // It ends within another timeout(), which goes on to hold
        $fiber = new Fiber(fn () => timeout(60, fn () => Fiber::suspend()));
        $fiber->start();
        echo outcome(fn () => timeout(0.01, function () use ($fiber) {
            $fiber->resume('the fiber has ended');
            echo $fiber->getReturn(), ', ';
            delay(60);
        })), "\n";

        // It begins within one, and goes on after that
        $fiber = new Fiber(fn () => timeout(60, function () {
            Fiber::suspend();
            delay(0.001);
            return 'after';
        }));
        timeout(0.001, fn () => $fiber->start());
        $fiber->resume();
        echo $fiber->getReturn(), "\n";

        // What spawn() adds to
        $fiber = new Fiber(fn () => run(function () {
            Fiber::suspend();
            return spawn(fn () => delay(0) ?? 'its own')->await();
        }));
        $fiber->start();
        echo run(function () use ($fiber) {
            $fiber->resume();
            $task = spawn(fn () => delay(0) ?? 'the other one\'s');
            return $fiber->getReturn() . ' and ' . $task->await();
        }), "\n";
        echo run(fn () => spawn(fn () => 'a later one\'s')->await()), "\n";

        // Gone in the middle
        $fiber = new Fiber(fn () => shield(fn () => group(function (Group $group) {
            try {
                timeout(60, fn () => Fiber::suspend());
            } finally {
                echo 'left, ';
            }
        })));
        $fiber->start();
        $fiber = null;
        echo outcome(fn () => timeout(0.01, fn () => delay(60))), "\n";
    });
}

echo "-- begun in a task, and resumed in another, while it lives or later\n";
foreach ([false, true] as $has_ended) {
    run(function () use ($has_ended) {
        $until = new Channel();
        $fibers = new Channel(2);
        $first = spawn(function () use ($fibers, $until) {
            $all = [
                'timeout' => fn () => timeout(60, fn () => Fiber::suspend() ?? delay(0)),
                'shield' => fn () => shield(fn () => Fiber::suspend() ?? delay(0)),
                'group' => fn () => group(function (Group $group) {
                    Fiber::suspend();
                    $task = $group->spawn(fn () => delay(0) ?? 'grouped');
                    delay(0);
                    return $task->await();
                }),
                'run' => fn () => run(function () {
                    spawn(fn () => delay(0.001));
                    Fiber::suspend();
                    return spawn(fn () => delay(0.001) ?? 'run')->await();
                }),
            ];
            $made = [];
            foreach ($all as $name => $fn) {
                $made[$name] = new Fiber($fn);
                $made[$name]->start();
            }
            $fibers->send($made);
            outcome(fn () => $until->receive());
            return outcome(fn () => timeout(0.01, fn () => delay(60)));
        });
        $second = spawn(function () use ($fibers, $until, $first, $has_ended) {
            $all = $fibers->receive();
            if ($has_ended) {
                $until->close();
                echo $first->await(), "\n";
            }
            foreach ($all as $name => $fiber) {
                $fiber->resume();
                echo "$name: ", json_encode($fiber->getReturn()), "\n";
            }
            echo outcome(fn () => timeout(0.01, fn () => delay(60))), "\n";
            $until->close();
        });
    });
}
?>
--EXPECT--
-- in {main}
suspended, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
the fiber has ended, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
after
its own and the other one's
a later one's
left, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- in a task
suspended, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
the fiber has ended, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
after
its own and the other one's
a later one's
left, TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- begun in a task, and resumed in another, while it lives or later
timeout: null
shield: null
group: "grouped"
run: "run"
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
timeout: null
shield: null
group: "grouped"
run: "run"
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
