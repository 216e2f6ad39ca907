--TEST--
tasks, promise 3: a CancelledError that something has wrapped is found by await(), run(), group() and timeout()
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, Channel, Group, Task};
use function Uvstream\{all, delay, first, group, on_error, run, spawn, timeout};

// As mysqlnd makes a mysqli_sql_exception of it
class ClientException extends RuntimeException {}
$query = function () {
    try {
        delay(60);
    } catch (Throwable $e) {
        throw new ClientException('Gone away', 2006, $e);
    }
};
on_error(fn (Throwable $e) => print('reported: ' . chain_of($e) . "\n"));

function begun(callable $fn): Task
{
    $task = spawn($fn);
    while (!str_starts_with($task->where(), 'waits')) delay(0);
    return $task;
}

echo "-- await()\n";
$task = begun($query);
$task->cancel('asked for');
echo outcome(fn () => $task->await()), "\n";

echo "-- nobody awaits it: no failure\n";
$task = begun($query);
$task->cancel();
$task = null;
delay(0);
gc_collect_cycles();

echo "-- group(): no failure either\n";
echo outcome(fn () => group(function (Group $group) use ($query) {
    $task = $group->spawn($query);
    $group->spawn(fn () => delay(0.001));
    delay(0);
    $task->cancel();
    return 'the others go on';
})), "\n";

echo "-- group(), cancelled by a failure: that one only\n";
echo outcome(fn () => group(function (Group $group) use ($query) {
    $group->spawn($query);
    $group->spawn($query);
    $group->spawn(fn () => delay(0.001) ?? throw new LogicException('the first'));
    $query();
})), "\n";

echo "-- first()\n";
echo outcome(fn () => first([$query, fn () => delay(0.001) ?? 'the winner', $query])), "\n";

echo "-- timeout()\n";
echo outcome(fn () => timeout(0.01, $query)), "\n";
echo outcome(fn () => timeout(0.01, fn () => all([$query, $query]))), "\n";

echo "-- run()\n";
$task = begun(fn () => run($query));
$task->cancel('of the root');
echo outcome(fn () => $task->await()), "\n";
echo outcome(fn () => run(function () use ($query) {
    spawn($query);
    delay(0);
    throw new LogicException('of the root');
})), "\n";

echo "-- another's, which it awaits, is a failure of its own\n";
$other = begun($query);
$task = begun(fn () => $other->await());
$other->cancel('the other');
echo outcome(fn () => $task->await()), "\n";
?>
--EXPECT--
-- await()
CancelledError(Requested): asked for
-- nobody awaits it: no failure
-- group(): no failure either
returned "the others go on"
-- group(), cancelled by a failure: that one only
LogicException: the first
-- first()
returned "the winner"
-- timeout()
TimeoutException: Not finished within 0.01 seconds <- ClientException: Gone away <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- run()
CancelledError(Requested): of the root
LogicException: of the root
-- another's, which it awaits, is a failure of its own
CancelledError(Requested): the other
