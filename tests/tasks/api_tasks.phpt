--TEST--
tasks: current(), where(), $name, tasks() and stats(); run() in run(), and none at all
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
use Uvstream\{Channel, Task};
use function Uvstream\{all, delay, first, group, run, spawn, stats, tasks, timeout};

$where = fn (Task $task) => str_replace(__FILE__, 'FILE', $task->where());

echo "-- current()\n";
var_dump(Task::current(), run(fn () => Task::current()), group(fn () => Task::current()), timeout(1, fn () => Task::current()));
run(function () {
    $task = spawn(function () use (&$task) {
        $same = fn () => Task::current() === $task;
        return [$same(), run($same), group($same), timeout(1, $same), (new Fiber($same))->start() ?? 'in a Fiber', spawn($same)->await()];
    });
    echo json_encode($task->await()), "\n";
});
echo json_encode(Fiber::getCurrent()), ' ', spawn(fn () => Fiber::getCurrent() !== null)->await() ? 'a Fiber' : 'none', "\n";

echo "-- where()\n";
$channel = new Channel();
$task = spawn(function () use ($where, $channel) {
    echo $where(Task::current()), "\n";
    $channel->receive();
    $channel->send(1);
    delay(60);
});
$task->name = 'named';
echo $where($task), "\n";
while (!str_contains($task->where(), 'receive')) delay(0);
echo $where($task), "\n";
$channel->send(0);
while (!str_contains($task->where(), 'send')) delay(0);
echo $where($task), "\n";
$channel->receive();
while (!str_contains($task->where(), 'delay')) delay(0);
echo $where($task), "\n";
$waiter = spawn(fn () => $task->await());
while (!str_contains($waiter->where(), 'await')) delay(0);
echo $where($waiter), "\n";
$task->cancel();
outcome(fn () => $waiter->await());
echo $where($task), "\n";

echo "-- tasks()\n";
run(function () {
    $made = [];
    foreach (['a', 'b', 'c'] as $name) {
        $made[] = $task = spawn(fn () => delay(0));
        $task->name = $name;
    }
    echo implode(' ', array_map(fn ($task) => $task->name, tasks())), "\n";
    var_dump(tasks() === $made);
    foreach (tasks() as $task) if ($task->name === 'b') $task->cancel();
    echo implode(' ', array_map(fn ($task) => $task->name, tasks())), "\n";
});
var_dump(tasks());
$stats = stats();
echo $stats['tasks'], ' ', $stats['spawned'] - $stats['ended'], ' ', $stats['strands_ready'], "\n";

echo "-- run() returns when all that it spawned have ended, also what they spawned\n";
echo run(function () {
    spawn(fn () => delay(0.002) ?? spawn(fn () => print("the last\n")));
    return "run\n";
});

echo "-- run() in a task is a root of its own\n";
run(function () {
    $gate = new Channel();
    $outer = spawn(fn () => $gate->receive() ?? print("outer\n"));
    spawn(function () use ($outer, $gate) {
        run(function () {
            $inner = spawn(fn () => delay(0.001) ?? print("inner\n"));
            spawn(fn () => group(fn ($group) => $group->spawn(fn () => spawn(fn () => $inner->await() && print("inner, of a group in it\n")))));
        });
        var_dump($outer->isDone());
        $gate->send(null);
    });
});

echo "-- its failure cancels what it spawned, and waits for that\n";
$other = spawn(fn () => delay(0.01) ?? 'not its own');
echo outcome(fn () => run(function () {
    $task = spawn(function () { try { delay(60); } finally { echo "cleans up\n"; } });
    while (!str_contains($task->where(), 'delay')) delay(0);
    throw new LogicException('its failure');
})), "\n";
echo outcome(fn () => run(function () {
    spawn(failing('of a task: nobody awaits it'));
    delay(0);
    return 'is no failure of run()';
})), "\n";
echo $other->await(), "\n";

echo "-- none at all: whatever waits in {main} lets the others run\n";
$told = [];
foreach (['delay' => fn () => delay(0.001), 'usleep' => fn () => usleep(1000), 'await' => fn () => spawn(fn () => delay(0))->await(),
          'select' => function () { $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0); $r = [$pair[0]]; $w = $e = []; stream_select($r, $w, $e, 0, 1000); }] as $name => $wait) {
    $ran = false;
    spawn(function () use (&$ran) { $ran = true; });
    if ($ran) echo "before a wait\n";
    $wait();
    echo $name, $ran ? '' : ' does not', ', ';
}
echo "\n";
$last = spawn(function () { try { delay(60); } finally { echo "cancelled at the end\n"; } });
while (!str_contains($last->where(), 'delay')) delay(0);
?>
--EXPECTF--
-- current()
NULL
NULL
NULL
NULL
[true,true,true,true,"in a Fiber",false]
null a Fiber
-- where()
has not begun at FILE:%d
runs in Uvstream\Task::where() at FILE:6
waits for a value of channel #4 in Uvstream\Channel::receive() at FILE:23
waits for room in channel #4, which was filled last by {main} in Uvstream\Channel::send() at FILE:24
waits for another %d.%d s in Uvstream\delay() at FILE:25
waits for task #4 "named" in Uvstream\Task::await() at FILE:37
has ended
-- tasks()
a b c
bool(true)
a c
array(0) {
}
0 0 0
-- run() returns when all that it spawned have ended, also what they spawned
the last
run
-- run() in a task is a root of its own
inner
inner, of a group in it
bool(false)
outer
-- its failure cancels what it spawned, and waits for that
cleans up
LogicException: its failure

Warning: Uncaught LogicException: of a task: nobody awaits it in %soutcome.inc:%d
Stack trace:
#0 [internal function]: {closure%S}()
#1 {main}
  thrown in %soutcome.inc on line %d
returned "is no failure of run()"
not its own
-- none at all: whatever waits in {main} lets the others run
delay, usleep, await, select, 
cancelled at the end
