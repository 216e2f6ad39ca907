--TEST--
tasks, promise 3: shield() keeps cancellations and outer deadlines off until its function has ended; its own timeout() counts
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, Channel, Group, Task};
use function Uvstream\{all, delay, group, run, shield, spawn, timeout};

$forever = fn () => (new Channel)->receive();
$next = fn () => outcome(fn () => delay(0));

echo "-- cancelled before, within and after\n";
run(function () use ($next) {
    $task = spawn(function () use ($next) {
        Task::current()->cancel('before');
        $told[] = shield($next);
        $told[] = $next();
        $told[] = shield(fn () => shield($next) . ', ' . delay(0.001));
        return $told;
    });
    echo json_encode($task->await()), "\n";
    $gate = new Channel();
    $task = spawn(function () use ($gate, $next) {
        $told[] = shield(fn () => $gate->receive());
        $told[] = $next();
        return $told;
    });
    while (!str_contains($task->where(), 'receive')) delay(0);
    $task->cancel('within');
    delay(0);
    $gate->send('received');
    echo json_encode($task->await()), "\n";
});

echo "-- in finally\n";
$task = spawn(function () {
    try {
        delay(60);
    } finally {
        shield(fn () => delay(0.001));
        echo "cleaned up\n";
    }
});
while (!str_starts_with($task->where(), 'waits')) delay(0);
$task->cancel();
echo outcome(fn () => $task->await()), "\n";

echo "-- an outer deadline\n";
echo outcome(fn () => timeout(0.001, function () {
    $value = shield(fn () => delay(0.01) ?? 'shielded');
    echo "$value\n";
    delay(0);
})), "\n";
echo outcome(fn () => timeout(0.001, fn () => shield(fn () => delay(0.01) ?? 'nothing waits after it'))), "\n";

echo "-- an inner one\n";
echo outcome(fn () => shield(fn () => timeout(0.01, $forever))), "\n";
echo outcome(fn () => timeout(60, fn () => shield(fn () => timeout(0.01, $forever)))), "\n";
echo outcome(fn () => timeout(0.001, function () use ($forever, $next) {
    delay(0);
    return shield(fn () => outcome(fn () => timeout(0.01, $forever)) . ', ' . $next());
})), "\n";
$task = spawn(function () use ($forever, $next) {
    Task::current()->cancel();
    return [outcome(fn () => shield(fn () => timeout(0.001, $forever))), $next()];
});
echo implode(', ', $task->await()), "\n";

echo "-- groups within\n";
$task = spawn(function () use ($next) {
    Task::current()->cancel();
    return shield(fn () => all([fn () => delay(0.001) ?? 1, fn () => delay(0) ?? 2]));
});
echo json_encode($task->await()), "\n";

echo "-- a shield within a group that is cancelled, or fails\n";
echo outcome(fn () => group(function (Group $group) use ($next) {
    echo shield(function () use ($group, $next) {
        $group->cancel('the group');
        return $next();
    }), ', ', $next(), "\n";
    $group->spawn(fn () => print("It runs\n"));
})), "\n";
echo outcome(fn () => group(function (Group $group) {
    $group->spawn(fn () => shield(fn () => delay(0.002) ?? print("shielded\n")));
    $group->spawn(fn () => delay(0.001) ?? throw new LogicException('a failure'));
})), "\n";

echo "-- it returns, and throws\n";
echo outcome(fn () => shield(fn () => 'value')), "\n";
echo outcome(fn () => shield(failing('failure'))), "\n";
?>
--EXPECT--
-- cancelled before, within and after
["returned null","CancelledError(Requested): before","returned null, "]
["received","CancelledError(Requested): within"]
-- in finally
cleaned up
CancelledError(Requested): The task was cancelled
-- an outer deadline
shielded
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
returned "nothing waits after it"
-- an inner one
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned "TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled, returned null"
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled, CancelledError(Requested): The task was cancelled
-- groups within
[1,2]
-- a shield within a group that is cancelled, or fails
returned null, CancelledError(Requested): the group
returned null
shielded
LogicException: a failure
-- it returns, and throws
returned "value"
LogicException: failure
