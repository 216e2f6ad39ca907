--TEST--
tasks, promise 4: a TimeoutException is a failure like any other where it surfaces: it fails the task and its group, and is told to on_error(); nothing swallows it as a cancellation
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/busy.inc';
use Uvstream\{CancelledError, Channel, Group, TimeoutException};
use function Uvstream\{all, delay, first, group, on_error, run, spawn, timeout};

$forever = fn () => (new Channel)->receive();
$times_out = fn () => timeout(0.001, $forever);
on_error(fn (Throwable $e) => print('reported: ' . chain_of($e) . "\n"));

echo "-- of a task\n";
run(fn () => spawn($times_out));
echo outcome(fn () => spawn($times_out)->await()), "\n";

echo "-- of a group's member: it cancels the rest\n";
echo outcome(fn () => group(function (Group $group) use ($times_out, $forever) {
    $group->spawn($times_out);
    $group->spawn($forever);
    $forever();
})), "\n";
echo outcome(fn () => all([$times_out, $forever])), "\n";
echo outcome(fn () => first([$times_out, fn () => delay(0.01) ?? 'slower, and it succeeds'])), "\n";
echo outcome(fn () => run($times_out)), "\n";

echo "-- in one with a longer deadline, and through it\n";
echo outcome(fn () => timeout(60, $times_out)), "\n";
echo outcome(fn () => timeout(60, fn () => all([$times_out]))), "\n";

echo "-- in a task that is cancelled beside it: the next wait fails, it does not\n";
$task = spawn(function () use ($times_out) {
    try {
        return outcome(fn () => timeout(0.001, function () use (&$e) {
            try { delay(60); } catch (CancelledError $e) { Uvstream\Task::current()->cancel(); throw $e; }
        })) . '; ' . outcome(fn () => delay(0));
    } finally {
        echo "finally\n";
    }
});
echo $task->await(), "\n";

echo "-- a clock that is late is told so\n";
$elapsed = function (callable $fn) { $start = hrtime(true); $fn(); return (hrtime(true) - $start) / 1e9; };
foreach (['delay' => fn () => delay(0.02), 'usleep' => fn () => usleep(20_000),
          'timeout' => fn () => outcome(fn () => timeout(0.02, $forever)),
          'await' => fn () => outcome(fn () => spawn(fn () => delay(0.05))->await(0.02))] as $name => $wait) {
    $task = spawn(function () use ($wait, $elapsed) {
        busy(0.03); // meanwhile nobody has looked at the clock
        return $elapsed($wait) >= 0.02;
    });
    echo $name, $task->await() ? ' waits, ' : ' does not wait, ';
}
echo "\n";

echo "-- a thousand at the same moment, of which some leave before\n";
$ends = [];
run(function () use (&$ends, $forever) {
    for ($i = 0; $i < 1000; ++$i) {
        $tasks[] = spawn(function () use ($i, $forever, &$ends) {
            try {
                timeout($i % 10 === 0 ? 60 : 0.03, $forever);
            } catch (CancelledError | TimeoutException $e) {
                $ends[get_class($e)] = ($ends[get_class($e)] ?? 0) + 1;
            }
        });
    }
    foreach ($tasks as $task) while (str_starts_with($task->where(), 'has not begun')) delay(0);
    busy(0.03);
    for ($i = 0; $i < 1000; $i += 10) $tasks[$i]->cancel();
});
ksort($ends);
echo json_encode($ends), "\n";
?>
--EXPECT--
-- of a task
reported: TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
-- of a group's member: it cancels the rest
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
returned "slower, and it succeeds"
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
-- in one with a longer deadline, and through it
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
-- in a task that is cancelled beside it: the next wait fails, it does not
finally
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled; CancelledError(Requested): The task was cancelled
-- a clock that is late is told so
delay waits, usleep waits, timeout waits, await waits, 
-- a thousand at the same moment, of which some leave before
{"Uvstream\\CancelledError":100,"Uvstream\\TimeoutException":900}
