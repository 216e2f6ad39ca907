--TEST--
tasks: a Channel as a pool, a semaphore, a mutex, a barrier and a pipeline; also when those who use it fail, are cancelled or run out of time
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, Channel, TimeoutException};
use function Uvstream\{all, delay, group, run, spawn, timeout};

echo "-- a pool of three, for a hundred\n";
run(function () {
    $pool = new Channel(3);
    foreach (['a', 'b', 'c'] as $name) $pool->send(new ArrayObject([$name]));
    $borrowed = new SplObjectStorage;
    $most = $doubled = 0;
    $with = function (callable $fn) use ($pool, $borrowed, &$most, &$doubled) {
        $one = $pool->receive();
        if (isset($borrowed[$one])) ++$doubled;
        $borrowed[$one] = true;
        $most = max($most, count($borrowed));
        try {
            return $fn($one);
        } finally {
            unset($borrowed[$one]);
            $pool->send($one); // there is room: it does not wait, so that a cancelled one gives it back as well
        }
    };
    mt_srand(3);
    for ($i = 0; $i < 100; ++$i) {
        $tasks[] = spawn(fn () => $with(function () use ($i) {
            if ($i % 7 === 0) throw new LogicException("$i");
            delay($i % 3 === 0 ? 0.001 : 0);
            return 'done';
        }));
    }
    $ends = [];
    foreach ($tasks as $i => $task) {
        if ($i % 11 === 5) $task->cancel();
        try { $end = timeout($i % 13 === 0 ? 0 : 60, fn () => $task->await()); } catch (Throwable $e) { $end = get_class($e); }
        $ends[$end] = ($ends[$end] ?? 0) + 1;
    }
    foreach ($tasks as $task) outcome(fn () => $task->await());
    var_dump($most, $doubled, count($pool), array_sum($ends));
});

echo "-- a semaphore of two, and a mutex\n";
foreach ([2, 1] as $places) {
    $semaphore = new Channel($places);
    $inside = $most = 0;
    all(array_fill(0, 50, function () use ($semaphore, &$inside, &$most) {
        $semaphore->send(true);
        try {
            $most = max($most, ++$inside);
            delay(0);
        } finally {
            --$inside;
            $semaphore->receive();
        }
    }));
    echo "$most at a time, ", count($semaphore), " left\n";
}

echo "-- a counter that is read, waited on and written, under a mutex\n";
$mutex = new Channel(1);
$counter = 0;
all(array_fill(0, 100, function () use ($mutex, &$counter) {
    $mutex->send(0);
    $read = $counter;
    delay(0);
    $counter = $read + 1;
    $mutex->receive();
}));
echo $counter, "\n";

echo "-- waiting for a place no longer than so long\n";
$mutex->send('taken');
echo outcome(fn () => timeout(0.01, fn () => $mutex->send('mine'))), "\n";
$mutex->receive();
echo outcome(fn () => timeout(60, fn () => $mutex->send('mine'))), ' ', $mutex->receive(), ' ', count($mutex), "\n";

echo "-- all begin once all are there\n";
run(function () {
    $there = new Channel();
    $go = new Channel();
    for ($i = 0; $i < 5; ++$i) {
        $tasks[] = spawn(function () use ($there, $go, $i) {
            $there->send($i);
            try { $go->receive(); } catch (Uvstream\ClosedException) { }
            return $i;
        });
    }
    for ($seen = []; count($seen) < 5;) $seen[] = $there->receive();
    $go->close();
    sort($seen);
    echo implode($seen), ' ', implode(array_map(fn ($task) => $task->await(), $tasks)), "\n";
});

echo "-- a pipeline\n";
run(function () {
    [$numbers, $squares] = [new Channel(), new Channel(4)];
    spawn(function () use ($numbers) { foreach (range(1, 100) as $n) $numbers->send($n); $numbers->close(); });
    spawn(function () use ($numbers, $squares) {
        group(function ($group) use ($numbers, $squares) {
            for ($i = 0; $i < 3; ++$i) {
                $group->spawn(function () use ($numbers, $squares) {
                    foreach ($numbers as $n) $squares->send($n * $n);
                });
            }
        });
        $squares->close();
    });
    $sum = 0;
    foreach ($squares as $square) $sum += $square;
    echo $sum, "\n";
});

echo "-- a channel in a channel, itself, and values that are let go of with it\n";
$outer = new Channel(2);
$outer->send($inner = new Channel(1));
$inner->send('deep');
$outer->send($outer);
echo $outer->receive()->receive(), "\n";
$outer->send(new class { function __destruct() { echo "let go of\n"; } });
unset($outer, $inner);
gc_collect_cycles();
echo "-- end\n";
?>
--EXPECT--
-- a pool of three, for a hundred
int(3)
int(0)
int(3)
int(100)
-- a semaphore of two, and a mutex
2 at a time, 0 left
1 at a time, 0 left
-- a counter that is read, waited on and written, under a mutex
100
-- waiting for a place no longer than so long
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned null mine 0
-- all begin once all are there
01234 01234
-- a pipeline
338350
-- a channel in a channel, itself, and values that are let go of with it
deep
let go of
-- end
