--TEST--
tasks, promise 1: a group counts a task that was cancelled before it started as ended, with and without a limit
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\Group;
use function Uvstream\{all, delay, first, group, run, spawn, timeout};

$runs = fn () => print("It runs\n");

echo "-- one of a group\n";
echo outcome(fn () => group(function (Group $group) use ($runs) {
    $group->spawn(fn () => delay(0));
    $task = $group->spawn($runs);
    echo count($group);
    $task->cancel();
    echo count($group), "\n";
    return 'the group goes on';
})), "\n";

echo "-- one that waits for its turn, and the next ones come on\n";
$ran = new ArrayObject;
echo outcome(fn () => group(function (Group $group) use ($ran) {
    foreach (['a', 'b', 'c', 'd'] as $name) {
        $tasks[$name] = $group->spawn(function () use ($name, $ran) { $ran[] = $name; delay(0); });
    }
    $tasks['b']->cancel();
    $tasks['c']->cancel();
    echo count($group), "\n";
}, 1)), ' ', implode(' ', (array) $ran), "\n";

echo "-- the one that has its turn, before it starts: another one has it\n";
$ran = new ArrayObject;
echo outcome(fn () => group(function (Group $group) use ($ran) {
    foreach (['a', 'b', 'c'] as $name) {
        $tasks[$name] = $group->spawn(function () use ($name, $ran) { $ran[] = $name; delay(0); });
    }
    $tasks['a']->cancel();
}, 1)), ' ', implode(' ', (array) $ran), "\n";

echo "-- the whole group, before any has started\n";
echo outcome(fn () => group(function (Group $group) use ($runs) {
    for ($i = 0; $i < 5; ++$i) $tasks[] = $group->spawn($runs);
    $group->cancel('all of them');
    echo count($group), ' ', outcome(fn () => $tasks[3]->await()), "\n";
    // Who comes now is cancelled as well
    $late = $group->spawn($runs);
    var_dump($late->isDone());
    return outcome(fn () => $late->await());
}, 2)), "\n";

echo "-- a function that fails at once has started nobody\n";
echo outcome(fn () => group(function (Group $group) use ($runs) {
    $group->spawn($runs);
    throw new LogicException('at once');
})), "\n";
echo outcome(fn () => run(function () use ($runs) {
    spawn($runs);
    throw new LogicException('at once');
})), "\n";

echo "-- the first failure keeps those from starting who wait for their turn\n";
echo outcome(fn () => all([failing('first'), $runs, $runs], 1)), "\n";

echo "-- a deadline does, too\n";
echo outcome(fn () => timeout(0.01, fn () => all([fn () => delay(60), $runs], 1))), "\n";
?>
--EXPECT--
-- one of a group
21
returned "the group goes on"
-- one that waits for its turn, and the next ones come on
2
returned null a d
-- the one that has its turn, before it starts: another one has it
returned null b c
-- the whole group, before any has started
0 CancelledError(Requested): all of them
bool(true)
returned "CancelledError(Requested): all of them"
-- a function that fails at once has started nobody
LogicException: at once
LogicException: at once
-- the first failure keeps those from starting who wait for their turn
LogicException: first
-- a deadline does, too
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
