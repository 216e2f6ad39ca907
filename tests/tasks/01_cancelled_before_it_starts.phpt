--TEST--
tasks, promise 1: one that is cancelled before it has started runs nothing, await() throws, and it is gone
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use function Uvstream\{delay, run, spawn, tasks};

$runs = fn () => print("It runs\n");

echo "-- in {main}, without run()\n";
$task = spawn($runs);
$task->cancel('not needed');
var_dump($task->isDone(), tasks());
echo outcome(fn () => $task->await()), "\n";
echo outcome(fn () => $task->await(0)), "\n";
delay(0.001);
var_dump($task->where());

echo "-- in run(), awaited by another task\n";
run(function () use ($runs) {
    $task = spawn($runs);
    $waiter = spawn(fn () => outcome(fn () => $task->await()));
    // (Only who does not wait can come before it.)
    $task->cancel('before its turn');
    echo $waiter->await(), "\n";
});

echo "-- what it was to be called with is let go of at once\n";
$argument = new class { function __destruct() { echo "let go of\n"; } };
$task = spawn(fn ($it) => print("It runs\n"), $argument);
unset($argument);
$task->cancel();
echo "cancelled\n";

echo "-- by the destructor of another one's argument\n";
$second = null;
$canceller = new class { public $task; function __destruct() { $this->task->cancel('by a destructor'); } };
$first = spawn(fn ($it) => print("It runs\n"), $canceller);
$canceller->task = spawn($runs);
$second = $canceller->task;
unset($canceller);
$first->cancel();
echo outcome(fn () => $second->await()), "\n";

echo "-- it is no failure that anybody reports\n";
Uvstream\on_error(fn (Throwable $e) => print("Reported\n"));
spawn($runs)->cancel();
unset($first, $second, $task);
gc_collect_cycles();
echo "done\n";
?>
--EXPECT--
-- in {main}, without run()
bool(true)
array(0) {
}
CancelledError(Requested): not needed
CancelledError(Requested): not needed
string(9) "has ended"
-- in run(), awaited by another task
CancelledError(Requested): before its turn
-- what it was to be called with is let go of at once
let go of
cancelled
-- by the destructor of another one's argument
CancelledError(Requested): by a destructor
-- it is no failure that anybody reports
done
