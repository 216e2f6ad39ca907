--TEST--
tasks, promise 2: of what comes at the same moment a value or an error beats the deadline, and the deadline the cancellation
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/busy.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\{Channel, Task};
use function Uvstream\{delay, group, run, spawn, timeout};

const SECONDS = 0.1; // of the deadlines

// A task that waits until SECONDS from now: when they are over, and it has not noticed, $then comes. How it went, and
// what its next wait does. (Where the machine was too busy, and it has noticed: once more.)
function at_deadline(callable $waits, callable $then): string
{
    for (;;) {
        $start = INF;
        $task = parked(function () use ($waits, &$start) {
            $start = hrtime(true);
            return $waits() . '; ' . outcome(fn () => delay(0));
        });
        if (hrtime(true) - $start < SECONDS * 1e9) break;
        $task->cancel();
    }
    busy(SECONDS);
    $then($task);
    return $task->await();
}

// What a wait is, and what makes it end: the value, the error, or nothing
$kinds = [
    'await, a value' => function () {
        $gate = new Channel(1);
        $awaited = spawn(function () use ($gate) { $gate->receive(); return 'value'; });
        return [fn () => $awaited->await(), function () use ($gate, $awaited) {
            $gate->send(1);
            while (!$awaited->isDone()) delay(0);
        }];
    },
    'await, an error' => function () {
        $gate = new Channel(1);
        $awaited = spawn(function () use ($gate) { $gate->receive(); throw new LogicException('error'); });
        return [fn () => $awaited->await(), function () use ($gate, $awaited) {
            $gate->send(1);
            while (!$awaited->isDone()) delay(0);
        }];
    },
    'receive' => function () {
        $channel = new Channel();
        return [fn () => $channel->receive(), fn () => $channel->send('value')];
    },
    'receive, closed' => function () {
        $channel = new Channel();
        return [fn () => $channel->receive(), fn () => $channel->close()];
    },
    'send' => function () {
        $channel = new Channel();
        return [function () use ($channel) { $channel->send('value'); return 'sent'; }, fn () => $channel->receive()];
    },
    'group' => function () {
        $gate = new Channel(1);
        $in = [];
        $wait = function () use ($gate, &$in) {
            return group(function ($group) use ($gate, &$in) {
                $in = $group->spawn(fn () => $gate->receive());
                return 'all ended';
            });
        };
        return [$wait, function () use ($gate, &$in) {
            $gate->send(1);
            while (!$in->isDone()) delay(0);
        }];
    },
    'nothing' => function () {
        $channel = new Channel();
        return [fn () => $channel->receive(), fn () => null];
    },
];

foreach ($kinds as $name => $make) {
    echo "-- $name\n";
    // Together, the value first or last. The task is spawned, and waits, and nobody lets it run in between.
    $together = function (callable $before, callable $after) use ($make) {
        return run(function () use ($make, $before, $after) {
            [$wait, $come] = $make();
            $task = parked(fn () => outcome($wait));
            $before($task);
            $come();
            $after($task);
            return outcome(fn () => $task->await());
        });
    };
    $cancel = fn (Task $task) => $task->cancel();
    if (!str_starts_with($name, 'await') && $name !== 'group') echo $together($cancel, fn () => null), "\n";
    echo $together(fn () => null, $cancel), "\n";

    // With a deadline that has passed when it comes, and that nobody has noticed
    $late = function (callable $then) use ($make) {
        return run(function () use ($make, $then) {
            [$wait, $come] = $make();
            return at_deadline(fn () => outcome(fn () => timeout(SECONDS, $wait)), fn ($task) => $then($task, $come));
        });
    };
    if (str_starts_with($name, 'await') || $name === 'group') continue;
    echo $late(fn ($task, $come) => $come()), "\n";
    echo $late(function ($task, $come) { $task->cancel(); $come(); }), "\n";
}

echo "-- await() with a time of its own\n";
run(function () {
    $never = spawn(fn () => (new Channel)->receive());
    echo at_deadline(fn () => outcome(fn () => $never->await(SECONDS)), fn ($task) => $task->cancel()), "\n";
    $never->cancel();
});

echo "-- delay\n";
run(fn () => print(at_deadline(fn () => outcome(fn () => delay(SECONDS)), fn ($task) => $task->cancel())));
?>
--EXPECT--
-- await, a value
returned "returned \"value\""
-- await, an error
returned "LogicException: error"
-- receive
returned "returned \"value\""
returned "returned \"value\""
returned "value"; returned null
returned "value"; CancelledError(Requested): The task was cancelled
-- receive, closed
returned "ClosedException: Cannot receive: the channel is closed and empty"
returned "ClosedException: Cannot receive: the channel is closed and empty"
ClosedException: Cannot receive: the channel is closed and empty; returned null
ClosedException: Cannot receive: the channel is closed and empty; CancelledError(Requested): The task was cancelled
-- send
returned "returned \"sent\""
returned "returned \"sent\""
returned "sent"; returned null
returned "sent"; CancelledError(Requested): The task was cancelled
-- group
returned "returned \"all ended\""
-- nothing
returned "CancelledError(Requested): The task was cancelled"
returned "CancelledError(Requested): The task was cancelled"
TimeoutException: Not finished within 0.1 seconds <- CancelledError(Deadline): The task was cancelled; returned null
TimeoutException: Not finished within 0.1 seconds <- CancelledError(Deadline): The task was cancelled; CancelledError(Requested): The task was cancelled
-- await() with a time of its own
TimeoutException: The task has not ended within 0.1 seconds; CancelledError(Requested): The task was cancelled
-- delay
returned null; CancelledError(Requested): The task was cancelled
