--TEST--
tasks, promise 7: on_error()'s function and what is destroyed at a task's end can wait: its scope, and the script, last so long
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{CancelledError, Channel, Group, Task, TaskLocal};
use function Uvstream\{all, delay, group, on_error, run, spawn, tasks, timeout};

on_error(function (Throwable $e) {
    delay(0.001);
    echo "told of {$e->getMessage()}\n";
});
class Slow
{
    public function __construct(public string $text) {}
    public function __destruct() { delay(0.001); echo "destroyed: {$this->text}\n"; }
}

echo "-- run()\n";
run(function () { spawn(failing('a failure')); });
run(function () { spawn(fn () => new Slow('what it returned')); });
echo tasks() ? 'Some are left' : 'None is left', "\n";
run(function () {
    $local = new TaskLocal();
    spawn(function () use ($local) { $local->set(new Slow('its local')); });
});
run(function () {
    $map = new WeakMap();
    $map[spawn(fn () => delay(0))] = new Slow('by a WeakMap');
    while (tasks()) delay(0);
    echo count($map), " left\n";
});

echo "-- a group counts it as running, and who awaits it goes on\n";
echo outcome(fn () => group(function (Group $group) {
    $task = $group->spawn(fn () => new Slow('its result'));
    $result = $task->await();
    unset($result, $task);
    return count($group);
}, 1)), "\n";

echo "-- its own failure does not cancel it\n";
echo outcome(fn () => group(function (Group $group) {
    $local = new TaskLocal();
    $group->spawn(function () use ($local) {
        $local->set(new Slow('its local'));
        throw new LogicException('first');
    });
})), "\n";

echo "-- cancelled by hand: it has ended; by its scope: its wait ends\n";
on_error(function (Throwable $e, Task $task) {
    $task->cancel();
    delay(0.001);
    echo "told of {$e->getMessage()}\n";
    echo outcome(fn () => delay(60)), "\n";
    delay(60);
});
echo outcome(fn () => timeout(0.05, fn () => run(function () { spawn(failing('a failure')); }))), "\n";

echo "-- the script's end\n";
on_error(fn (Throwable $e) => print(outcome(fn () => delay(60)) . ", told of {$e->getMessage()}\n"));
spawn(failing('one more'));
delay(0);
?>
--EXPECT--
-- run()
told of a failure
destroyed: what it returned
None is left
destroyed: its local
destroyed: by a WeakMap
0 left
-- a group counts it as running, and who awaits it goes on
destroyed: its result
returned 0
-- its own failure does not cancel it
destroyed: its local
LogicException: first
-- cancelled by hand: it has ended; by its scope: its wait ends
told of a failure
CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.05 seconds <- CancelledError(Deadline): The task was cancelled
-- the script's end
CancelledError(Shutdown): The task was cancelled, told of one more
