--TEST--
tasks, promise 8: after a DeadlockError {main} goes on, and may cancel the others; run() and group() do it
--FILE--
<?php
use Uvstream\{CancelledError, Channel, DeadlockError};
use function Uvstream\{delay, group, run, spawn};

$waits = fn (string $name, ?Channel $channel = null) => function () use ($name, $channel) {
    try {
        ($channel ?? new Channel)->receive();
        echo "$name: received\n";
    } catch (CancelledError $error) {
        echo "$name: {$error->reason->name}\n";
        throw $error;
    } finally {
        delay(0.001); // a shield's, or {main}'s, affair
    }
};

echo "-- {main} cancels them\n";
$tasks = [spawn($waits('a')), spawn($waits('b'))];
try {
    $tasks[0]->await();
} catch (DeadlockError) {
    echo "deadlock\n";
}
var_dump(count(Uvstream\tasks()), $tasks[0]->isDone());
foreach ($tasks as $task) $task->cancel();
foreach ($tasks as $task) {
    try {
        $task->await();
    } catch (CancelledError $error) {
        echo $error->reason->name, "\n";
    }
}
var_dump(Uvstream\tasks());

echo "-- or wakes them, and a deadlock comes again\n";
$channel = new Channel;
$task = spawn($waits('c', $channel));
for ($i = 0; $i < 3; ++$i) {
    try {
        $task->await();
    } catch (DeadlockError) {
        echo "deadlock\n";
    }
}
$channel->send(1);
$task->await();

echo "-- group()\n";
try {
    group(function ($group) use ($waits) {
        $group->spawn($waits('d'));
        $group->spawn($waits('e'));
    });
} catch (DeadlockError) {
    echo "deadlock\n";
}

echo "-- run()\n";
try {
    run(function () use ($waits) {
        spawn($waits('f'));
        try {
            (new Channel)->send(1);
        } catch (DeadlockError) {
            echo "deadlock\n";
        }
        return 'again, for the end of run()';
    });
} catch (DeadlockError) {
    echo "deadlock again\n";
}

echo "-- where nobody else can run\n";
spawn(fn () => null);
ob_start(function () use (&$text) {
    try {
        (new Channel)->receive();
    } catch (DeadlockError $error) {
        return $error->getMessage() . "\n";
    }
});
ob_end_flush();
?>
--EXPECT--
-- {main} cancels them
deadlock
int(2)
bool(false)
a: Requested
b: Requested
Requested
Requested
array(0) {
}
-- or wakes them, and a deadlock comes again
deadlock
deadlock
deadlock
c: received
-- group()
d: Failure
e: Failure
deadlock
-- run()
deadlock
f: Failure
deadlock again
-- where nobody else can run
Cannot wait for another task here: no task can run until this call has returned
