--TEST--
tasks, promise 7: a failure that nobody awaits is reported once, by default or to on_error(); one that somebody awaits is not
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, Task};
use function Uvstream\{all, delay, first, group, on_error, run, spawn, tasks, timeout};

var_dump(on_error(null));
echo "-- by default: as what nobody catches, with its trace, and the others go on\n";
function fails(string $text) { throw new LogicException($text); }
$goes_on = function () { while (count(tasks()) > 1) delay(0); echo "The others go on\n"; };
run(function () use ($goes_on) {
    spawn('fails', 'by default');
    spawn($goes_on);
});

echo "-- to a handler\n";
$reports = [];
$handler = function (Throwable $e, Task $task) use (&$reports) {
    $reports[] = $e->getMessage() . " of {$task->name}";
};
var_dump(on_error($handler));
$named = function (string $name, callable $fn, ...$args) {
    $task = spawn($fn, ...$args);
    $task->name = $name;
    return $task;
};
$told = function (string $of) use (&$reports) {
    while (tasks()) delay(0);
    gc_collect_cycles();
    sort($reports);
    echo "$of: ", implode(', ', $reports) ?: 'nothing', "\n";
    $reports = [];
};

$named('a', 'fails', 'at its end'); // nobody has its object
$told('spawned and forgotten');

$task = $named('b', 'fails', 'later');
while (tasks()) delay(0);
$told('its object is there');
$task = null;
$told('and is gone');

$task = $named('c', 'fails', 'awaited');
outcome(fn () => $task->await());
$task = null;
$told('awaited');

$task = $named('d', 'fails', 'awaited too late');
while (str_starts_with(outcome(fn () => $task->await(0)), 'Timeout'));
$task = null;
$told('awaited with too short a time, again and again');

$gate = new Channel();
$task = $named('e', function () use ($gate) { $gate->receive(); fails('awaited by one that was cancelled'); });
$waiter = spawn(fn () => $task->await());
while (!str_contains($waiter->where(), 'await')) delay(0);
$waiter->cancel();
while (!$waiter->isDone()) delay(0);
$gate->send(1);
while (!$task->isDone()) delay(0);
$task = null;
$told('awaited by one that was cancelled before');
$waiter = null;

$object = new stdClass;
$object->task = $named('f', fn () => fails('in a cycle') . $object::class);
$object->self = $object;
while (tasks()) delay(0);
unset($object);
$told('in a cycle');

outcome(fn () => group(function ($group) { $group->spawn('fails', 'of a group'); $group->spawn('fails', 'a further one'); }));
outcome(fn () => all([fn () => fails('of all()'), fn () => fails('a further one')]));
outcome(fn () => first([fn () => fails('of first()'), fn () => 'first']));
outcome(fn () => first([fn () => fails('of first()')]));
$told('what a group has thrown');

outcome(fn () => run(function () use ($named) {
    $task = $named('g', 'fails', 'of a task of run()');
    while (!$task->isDone()) delay(0);
    fails('of run() itself');
}));
$told('in run()');

outcome(fn () => timeout(0.01, function () use ($named) {
    $named('h', 'fails', 'beside it');
    delay(60);
}));
$told('in timeout()');

$named('i', function () { Task::current()->cancel(); delay(0); });
$named('j', function () { Task::current()->cancel(); fails('a cancelled one fails'); });
$told('cancelled ones');

outcome(function () use ($named) {
    $task = $named('k', 'fails', 'beside an exception');
    while (tasks()) delay(0);
    throw new LogicException('on its way');
});
$told('while an exception unwinds who has its object');

echo "-- a handler that waits\n";
on_error(function (Throwable $e) { delay(0.001); echo $e->getMessage(), ", after a wait\n"; });
run(fn () => spawn('fails', 'waited for'));

echo "-- a handler that throws, and one that throws again what it was told\n";
on_error(function (Throwable $e) { throw new RuntimeException('of the handler'); });
run(function () use ($goes_on) { spawn('fails', 'told'); spawn($goes_on); });
$task = spawn('fails', 'told where its object is let go of');
while (tasks()) delay(0);
echo outcome(function () use (&$task) { $task = null; }), "\n";
on_error(fn (Throwable $e) => throw $e);
run(function () { spawn('fails', 'told'); });

on_error(null);
echo outcome(function () {
    $task = spawn('fails', 'beside an exception');
    while (tasks()) delay(0);
    throw new LogicException('on its way');
}), "\n";

echo "-- from within: of a handler's own task\n";
on_error(function (Throwable $e) {
    echo $e->getMessage(), "\n";
    if ($e->getMessage() === 'outer') spawn('fails', 'inner');
});
run(function () { spawn('fails', 'outer'); });
echo "-- what it returns is what was set\n";
var_dump(on_error('fails') instanceof Closure, on_error(null), on_error(null));

echo "-- what nobody has asked for at the end is told, too\n";
on_error(fn (Throwable $e) => print("At the end: {$e->getMessage()}\n"));
$kept = spawn('fails', 'kept');
while (tasks()) delay(0);
?>
--EXPECTF--
NULL
-- by default: as what nobody catches, with its trace, and the others go on

Warning: Uncaught LogicException: by default in %s:%d
Stack trace:
#0 [internal function]: fails('by default')
#1 {main}
  thrown in %s on line %d
The others go on
-- to a handler
NULL
spawned and forgotten: at its end of a
its object is there: nothing
and is gone: later of b
awaited: nothing
awaited with too short a time, again and again: nothing
awaited by one that was cancelled before: awaited by one that was cancelled of e
in a cycle: in a cycle of f
what a group has thrown: nothing
in run(): of a task of run() of g
in timeout(): beside it of h
cancelled ones: a cancelled one fails of j
while an exception unwinds who has its object: beside an exception of k
-- a handler that waits
waited for, after a wait
-- a handler that throws, and one that throws again what it was told

Warning: Uncaught RuntimeException: of the handler in %s:%d
Stack trace:
#0 [internal function]: {closure%S}(Object(LogicException), Object(Uvstream\Task))
#1 {main}
  thrown in %s on line %d
The others go on

Warning: Uncaught RuntimeException: of the handler in %s:%d
Stack trace:
#0 %s(%d): {closure%S}(Object(LogicException), Object(Uvstream\Task))
#1 %soutcome.inc(%d): {closure%S}()
#2 %s(%d): outcome(Object(Closure))
#3 {main}
  thrown in %s on line %d
returned null

Warning: Uncaught LogicException: told in %s:%d
Stack trace:
#0 [internal function]: fails('told')
#1 {main}
  thrown in %s on line %d

Warning: Uncaught LogicException: beside an exception in %s:%d
Stack trace:
#0 [internal function]: fails('beside an excep...')
#1 {main}
  thrown in %s on line %d
LogicException: on its way
-- from within: of a handler's own task
outer
inner
-- what it returns is what was set
bool(true)
string(5) "fails"
NULL
-- what nobody has asked for at the end is told, too
At the end: kept
