--TEST--
tasks, promise 2: sender or receiver is cancelled at the moment at which the value comes, before or after; no value is lost or doubled
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\{CancelledError, Channel};
use function Uvstream\{delay, run, spawn, timeout};

// A task that has begun to wait.
foreach ([0, 1, 3] as $capacity) {
    echo "-- capacity $capacity\n";
    run(function () use ($capacity) {
        $channel = new Channel($capacity);
        $received = fn () => outcome(fn () => $channel->receive()) . ', ' . outcome(fn () => delay(0));

        $task = parked($received);
        $channel->send('sent first');
        $task->cancel();
        echo $task->await(), ', ', count($channel), " left\n";

        $task = parked($received);
        $task->cancel();
        $channel->send('cancelled first');
        echo $task->await(), ', ', count($channel), " left\n";

        $task = parked($received);
        $task->cancel('and nothing comes');
        echo $task->await(), "\n";
        spawn(fn () => $channel->send('for the next one'));
        echo $channel->receive(), "\n";

        // Closed: what it was handed is its own
        $task = parked($received);
        $channel->send('sent before the end');
        $channel->close();
        $task->cancel();
        echo $task->await(), "\n";
    });

    run(function () use ($capacity) {
        $channel = new Channel($capacity);
        for ($i = 0; $i < $capacity; ++$i) $channel->send("held $i");
        $sends = fn ($value) => fn () => outcome(fn () => $channel->send($value)) . ', ' . outcome(fn () => delay(0));

        $task = parked($sends('taken first'));
        $taken = [$channel->receive()];
        $task->cancel();
        echo $task->await(), "\n";
        for ($i = 0; $i < $capacity; ++$i) $taken[] = $channel->receive();

        for ($i = 0; $i < $capacity; ++$i) $channel->send("held $i");
        $task = parked($sends('cancelled first'));
        $task->cancel();
        $taken[] = $channel->receive();
        echo $task->await(), "\n";
        for ($i = 0; $i < $capacity; ++$i) $taken[] = $channel->receive();

        for ($i = 0; $i < $capacity; ++$i) $channel->send("held $i");
        $task = parked($sends('never taken'));
        $task->cancel('nobody came');
        echo $task->await(), "\n";
        while (count($channel) > 0) $taken[] = $channel->receive();
        echo implode(', ', $taken), "\n";
        echo outcome(fn () => timeout(0.01, fn () => $channel->receive())), "\n";
        echo count($channel), " left\n";
    });
}

echo "-- many at random moments\n";
mt_srand(7);
run(function () {
    $channel = new Channel(2);
    $sent = $got = [];
    $tasks = [];
    for ($i = 0; $i < 100; ++$i) {
        $tasks[] = spawn(function () use ($channel, &$sent, $i) {
            for ($n = 0; $n < 20; ++$n) {
                $channel->send("$i.$n");
                $sent[] = "$i.$n";
            }
        });
        $tasks[] = spawn(function () use ($channel, &$got) {
            for (;;) {
                $got[] = $channel->receive();
                if (mt_rand(0, 3) === 0) delay(0);
            }
        });
    }
    for ($round = 0; $round < 400; ++$round) {
        $tasks[array_rand($tasks)]->cancel();
        delay(0);
    }
    foreach ($tasks as $task) $task->cancel();
    foreach ($tasks as $task) try { $task->await(); } catch (CancelledError) { }
    while (count($channel) > 0) $got[] = $channel->receive();
    sort($sent, SORT_STRING);
    sort($got, SORT_STRING);
    var_dump(count($sent) > 100, $sent === $got);
});
?>
--EXPECT--
-- capacity 0
returned "sent first", CancelledError(Requested): The task was cancelled, 0 left
returned "cancelled first", CancelledError(Requested): The task was cancelled, 0 left
CancelledError(Requested): and nothing comes, CancelledError(Requested): and nothing comes
for the next one
returned "sent before the end", CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
CancelledError(Requested): nobody came, CancelledError(Requested): nobody came
taken first, cancelled first
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
0 left
-- capacity 1
returned "sent first", CancelledError(Requested): The task was cancelled, 0 left
returned "cancelled first", CancelledError(Requested): The task was cancelled, 0 left
CancelledError(Requested): and nothing comes, CancelledError(Requested): and nothing comes
for the next one
returned "sent before the end", CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
CancelledError(Requested): nobody came, CancelledError(Requested): nobody came
held 0, taken first, held 0, cancelled first, held 0
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
0 left
-- capacity 3
returned "sent first", CancelledError(Requested): The task was cancelled, 0 left
returned "cancelled first", CancelledError(Requested): The task was cancelled, 0 left
CancelledError(Requested): and nothing comes, CancelledError(Requested): and nothing comes
for the next one
returned "sent before the end", CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
returned null, CancelledError(Requested): The task was cancelled
CancelledError(Requested): nobody came, CancelledError(Requested): nobody came
held 0, held 1, held 2, taken first, held 0, held 1, held 2, cancelled first, held 0, held 1, held 2
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
0 left
-- many at random moments
bool(true)
bool(true)
