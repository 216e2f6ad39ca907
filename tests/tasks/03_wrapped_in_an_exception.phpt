--TEST--
tasks, promise 3: a CancelledError that something has wrapped is found by await(), run(), group() and timeout(); what the script itself throws then is a failure
--EXTENSIONS--
mysqlnd
mysqli
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, Channel, Group, Task};
use function Uvstream\{all, delay, first, group, on_error, run, spawn, timeout};

// mysqlnd makes a mysqli_sql_exception of it.
$silent = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($silent, false), ':'), 1);
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$query = fn () => @new mysqli('127.0.0.1', 'root', '', '', $port);
$ends_badly = function () {
    try {
        delay(60);
    } finally {
        throw new LogicException('in finally');
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

echo "-- thrown by the script in its place: nothing is lost\n";
$task = begun($ends_badly);
$task->cancel();
echo outcome(fn () => $task->await()), "\n";
$task = begun($ends_badly);
$task->cancel();
$task = null;
while (Uvstream\tasks()) delay(0);
echo outcome(fn () => group(function (Group $group) use ($ends_badly) {
    $group->spawn($ends_badly);
    delay(0);
    throw new LogicException('the first');
})), "\n";
echo outcome(fn () => group(function (Group $group) use ($ends_badly) {
    $group->spawn(fn () => delay(0) ?? throw new LogicException('the first'));
    $ends_badly();
})), "\n";
echo outcome(fn () => timeout(0.01, fn () => all([$ends_badly]))), "\n";
?>
--EXPECTF--
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
TimeoutException: Not finished within 0.01 seconds <- mysqli_sql_exception: %s <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
-- run()
CancelledError(Requested): of the root
LogicException: of the root
-- another's, which it awaits, is a failure of its own
CancelledError(Requested): the other
-- thrown by the script in its place: nothing is lost
LogicException: in finally <- CancelledError(Requested): The task was cancelled
reported: LogicException: in finally <- CancelledError(Requested): The task was cancelled
LogicException: the first <- LogicException: in finally <- CancelledError(Failure): The task was cancelled
LogicException: the first <- LogicException: in finally <- CancelledError(Failure): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled <- LogicException: in finally <- CancelledError(Deadline): The task was cancelled
