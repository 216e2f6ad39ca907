--TEST--
life and death: 10,000 tasks spawned and gone leave memory, mappings and descriptors where they were
--FILE--
<?php
require __DIR__ . '/../../inc/descriptors.inc';
use function Uvstream\{delay, group, run, spawn, stats, tasks, timeout};
use Uvstream\{Channel, Task};

function mappings(): int
{
    return is_readable('/proc/self/maps') ? substr_count(file_get_contents('/proc/self/maps'), "\n") : 0;
}

/** Runs it until nothing grows any more, and then with how many it is to grow by nothing. */
function grows(string $what, callable $few, callable $all): void
{
    for ($i = 0; $i < 3; ++$i) $all();
    $few();
    gc_collect_cycles();
    $before = [memory_get_usage(), mappings(), count_descriptors()];
    $all();
    gc_collect_cycles();
    [$memory, $mappings, $descriptors] = [memory_get_usage() - $before[0], mappings() - $before[1], count_descriptors() - $before[2]];
    if ($memory > 16384) echo "$what: $memory bytes more\n";
    if ($mappings > 64) echo "$what: $mappings mappings more\n";
    if ($descriptors > 0) echo "$what: $descriptors descriptors more\n";
    if (tasks() !== []) echo "$what: tasks left\n";
}

function in_turn(callable $task, int $count): void
{
    for ($done = 0; $done < $count; $done += 100) {
        run(function () use ($task) {
            for ($i = 0; $i < 100; ++$i) spawn($task);
        });
    }
}

$throws = function () {
    delay(0);
    throw new RuntimeException('awaited');
};
$kinds = [
    'returns' => fn () => 1,
    'waits' => fn () => delay(0),
    'a pair' => function () {
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        spawn(fn () => fwrite($theirs, "line\n"));
        fgets($ours);
    },
    'throws' => function () use ($throws) {
        try {
            spawn($throws)->await();
        } catch (RuntimeException) {
        }
    },
    'cancelled' => function () {
        $task = spawn(fn () => delay(20));
        delay(0);
        $task->cancel();
    },
    'never begun' => fn () => spawn(fn () => 1)->cancel(),
    'timeout' => function () {
        try {
            timeout(0.0001, fn () => (new Channel)->receive());
        } catch (Uvstream\TimeoutException) {
        }
    },
    'a group' => fn () => group(function ($group) {
        $channel = new Channel;
        $group->spawn(fn () => $channel->receive());
        $group->spawn(fn () => $channel->send(1));
    }),
    'a Fiber' => function () {
        $fiber = new Fiber(function () {
            delay(0);
            Fiber::suspend();
        });
        $fiber->start();
    },
    'suspended' => function () {
        $fiber = null;
        $task = spawn(function () use (&$fiber) {
            $fiber = Fiber::getCurrent();
            Fiber::suspend();
        });
        delay(0);
        $fiber->resume(new stdClass);
    },
    'a cycle' => function () {
        $task = Task::current();
        $cycle = new stdClass;
        $cycle->its = [$cycle, $task];
        delay(0);
        return $cycle;
    },
];
foreach ($kinds as $what => $task) grows($what, fn () => in_turn($task, 100), fn () => in_turn($task, 1000));

// All at once: their stacks are kept for the next ones, and no more than that.
$at_once = fn (int $count) => run(function () use ($count) {
    for ($i = 0; $i < $count; ++$i) spawn(fn () => delay(0.001));
});
$at_once(10_000);
$stacks = stats()['stacks'];
grows('10,000 at once', fn () => $at_once(10), fn () => $at_once(10_000));
if (stats()['stacks'] !== $stacks || stats()['stacks_pooled'] !== $stacks) echo 'stacks: ', json_encode(stats()), "\n";
echo stats()['spawned'] >= 50_000 ? "done\n" : "too few\n";
?>
--EXPECT--
done
