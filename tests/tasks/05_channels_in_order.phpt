--TEST--
tasks, promise 5: a channel serves in order; what is handed to one who waits is its own, and who comes in between gets nothing of it
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require_once __DIR__ . '/../inc/parked.inc';
use Uvstream\{Channel, Task};
use function Uvstream\{all, delay, run, spawn};

function ended(Task $task): void
{
    while (!$task->isDone()) delay(0);
}

foreach ([0, 2] as $capacity) {
    echo "-- capacity $capacity\n";
    $channel = new Channel($capacity);

    // Receivers
    $tasks = [];
    foreach (['a', 'b', 'c', 'd'] as $name) $tasks[$name] = parked(fn () => $channel->receive());
    $tasks['b']->cancel();
    ended($tasks['b']); // it is gone, and who stands behind it moves up
    foreach ([1, 2, 3] as $value) $channel->send($value);
    foreach ($tasks as $name => $task) echo "$name: ", outcome(fn () => $task->await()), "\n";

    // Who hands it over and receives at once does not get it back, nor does a third one
    $first = parked(fn () => $channel->receive());
    $channel->send('for the first');
    $later = spawn(fn () => $channel->send('for the second'));
    echo $channel->receive(), ', ', $first->await(), "\n";

    // Senders
    for ($i = 0; $i < $capacity; ++$i) $channel->send("held $i");
    $tasks = [];
    foreach (['a', 'b', 'c'] as $name) $tasks[$name] = parked(fn () => $channel->send($name));
    $tasks['b']->cancel();
    ended($tasks['b']);
    $got = [$channel->receive()];
    // The room is the first one's by now
    $late = parked(fn () => $channel->send('late'));
    for ($i = 0; $i < $capacity + 2; ++$i) $got[] = $channel->receive();
    echo implode(', ', $got), "\n";
    echo outcome(fn () => $late->await()), ', ', outcome(fn () => $tasks['b']->await()), "\n";
}

echo "-- a lock that is taken again at once is the next one's, in turn\n";
run(function () {
    $lock = new Channel(1);
    $lock->send('token');
    $line = new ArrayObject;
    $bad = $held = 0;
    $worker = function (int $id) use ($lock, $line, &$bad, &$held) {
        for ($i = 0; $i < 20; ++$i) {
            $line[] = $id;
            $token = $lock->receive();
            $expected = current((array) $line);
            unset($line[array_key_first((array) $line)]);
            if ($expected !== $id || ++$held !== 1) ++$bad;
            if ($i % 3 === 0) delay(0);
            --$held;
            $lock->send($token); // and comes again at once
        }
    };
    all(array_map(fn ($id) => fn () => $worker($id), range(1, 10)));
    var_dump($bad, count($lock));
});

echo "-- the same by the other end\n";
run(function () {
    $lock = new Channel(1);
    $line = new ArrayObject;
    $bad = 0;
    all(array_map(fn ($id) => function () use ($id, $lock, $line, &$bad) {
        for ($i = 0; $i < 20; ++$i) {
            $line[] = $id;
            $lock->send($id);
            if (current((array) $line) !== $id) ++$bad;
            unset($line[array_key_first((array) $line)]);
            if ($i % 3 === 0) delay(0);
            if ($lock->receive() !== $id) ++$bad;
        }
    }, range(1, 10)));
    var_dump($bad, count($lock));
});
?>
--EXPECT--
-- capacity 0
a: returned 1
b: CancelledError(Requested): The task was cancelled
c: returned 2
d: returned 3
for the second, for the first
a, c, late
returned null, CancelledError(Requested): The task was cancelled
-- capacity 2
a: returned 1
b: CancelledError(Requested): The task was cancelled
c: returned 2
d: returned 3
for the second, for the first
held 0, held 1, a, c, late
returned null, CancelledError(Requested): The task was cancelled
-- a lock that is taken again at once is the next one's, in turn
int(0)
int(1)
-- the same by the other end
int(0)
int(0)
