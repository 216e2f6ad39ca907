--TEST--
tasks, promise 4: await($seconds) throws a TimeoutException, and cancels nothing
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, TimeoutException};
use function Uvstream\{delay, run, spawn, timeout};

foreach (['{main}' => fn ($body) => $body(), 'a task' => fn ($body) => run(fn () => spawn($body)->await())] as $name => $in) {
    echo "-- in $name\n";
    $in(function () {
        $gate = new Channel();
        $task = spawn(fn () => $gate->receive());
        echo outcome(fn () => $task->await(0.01)), "\n";
        echo outcome(fn () => $task->await(0)), "\n";
        echo outcome(fn () => $task->await(1e-9)), "\n";
        var_dump($task->isDone());

        // A TimeoutException is not the end of a timeout() around it; and the other way round
        echo outcome(fn () => timeout(60, fn () => $task->await(0.01))), "\n";
        echo outcome(fn () => timeout(0.01, fn () => $task->await(60))), "\n";
        echo outcome(fn () => timeout(60, function () use ($task) {
            try { $task->await(0.01); } catch (TimeoutException) { }
            return delay(0) ?? 'no later wait fails';
        })), "\n";

        // Many await it; one loses patience
        $patient = spawn(fn () => $task->await());
        $hasty = spawn(fn () => outcome(fn () => $task->await(0.001)));
        echo $hasty->await(), "\n";
        $gate->send('value');
        echo $task->await(60), ' ', $task->await(0), ' ', $patient->await(), "\n";

        $task = spawn(failing('it fails'));
        echo outcome(fn () => $task->await(60)), "\n";
        echo outcome(fn () => $task->await(0)), "\n";
    });
}
echo "-- 0 lets the others run\n";
$task = spawn(fn () => 'it ran');
for ($tries = 0; !$task->isDone(); ++$tries) outcome(fn () => $task->await(0));
echo $task->await(0), "\n";
?>
--EXPECT--
-- in {main}
TimeoutException: The task has not ended within 0.01 seconds
TimeoutException: The task has not ended within 0 seconds
TimeoutException: The task has not ended within 1.0e-9 seconds
bool(false)
TimeoutException: The task has not ended within 0.01 seconds
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned "no later wait fails"
TimeoutException: The task has not ended within 0.001 seconds
value value value
LogicException: it fails
LogicException: it fails
-- in a task
TimeoutException: The task has not ended within 0.01 seconds
TimeoutException: The task has not ended within 0 seconds
TimeoutException: The task has not ended within 1.0e-9 seconds
bool(false)
TimeoutException: The task has not ended within 0.01 seconds
TimeoutException: Not finished within 0.01 seconds <- CancelledError(Deadline): The task was cancelled
returned "no later wait fails"
TimeoutException: The task has not ended within 0.001 seconds
value value value
LogicException: it fails
LogicException: it fails
-- 0 lets the others run
it ran
