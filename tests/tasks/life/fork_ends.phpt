--TEST--
life and death: how the child of a fork ends, made in a task, in a Fiber within one, in {main}, in run() and in a child
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../../inc/waits.inc';
use function Uvstream\{delay, group, on_error, run, spawn, tasks};
use Uvstream\{Channel, Task};

on_error(function (Throwable $e) { note('on_error ' . $e->getMessage()); });

/** The outcome of a child that forks in a task, beside one that waits, and of that child. */
function outcomes_of_fork(callable $body, ?callable $spawner = null): string
{
    return outcome_of(function () use ($body, $spawner) {
        $ours = getmypid();
        $beside = new Channel;
        $fork = function () use ($body, $beside) {
            $pid = pcntl_fork();
            if ($pid === 0) {
                pcntl_alarm(60);
                return $body($beside);
            }
            note('child ' . ended($pid));
        };
        run(function () use ($fork, $spawner, $beside) {
            spawn(function () use ($beside) {
                $beside->receive();
                note('parent received');
            });
            delay(0);
            $spawner === null ? spawn($fork)->await() : $spawner($fork);
            $beside->send('it');
        });
        if (getmypid() !== $ours) note('{main} goes on');
    });
}

foreach ([
    'returns' => fn () => 1,
    'returns after a wait' => fn () => delay(0.001),
    'exits' => fn () => exit(7),
    'exits after a wait' => function () {
        usleep(1000);
        exit(7);
    },
    'throws' => fn () => throw new LogicException('uncaught'),
    'throws, with a handler' => function () {
        set_exception_handler(fn (Throwable $e) => note('handler ' . $e->getMessage()));
        throw new LogicException('uncaught');
    },
    'fatal' => function () {
        delay(0.001);
        eval('interface Wanted { function it(); } class Lacks implements Wanted {}');
    },
    'leaves a task' => function () {
        spawn(function () {
            try {
                delay(20);
            } catch (Uvstream\CancelledError $e) {
                note($e->reason->name);
            }
        });
        delay(0);
    },
    'its task exits' => function () {
        spawn(fn () => exit(8));
        try {
            delay(20);
        } catch (Uvstream\CancelledError $e) {
            note($e->reason->name);
        }
    },
    'its task throws' => function () {
        spawn(fn () => throw new LogicException('unawaited'));
        delay(0.001);
    },
    'takes nothing of the parent\'s' => function (Channel $beside) {
        spawn(fn () => $beside->receive());
        delay(0);
        $beside->send('in the child');
        delay(0);
        note(count(tasks()));
    },
    'a deadlock' => function (Channel $beside) {
        try {
            $beside->receive();
        } catch (Uvstream\DeadlockError $e) {
            note(preg_replace(['/ at .*/', '/#\d+/'], ['', '#'], $e->getMessage()));
        }
    },
    'forks' => function () {
        if (($pid = pcntl_fork()) > 0) return note('grandchild ' . ended($pid));
        delay(0.001);
        note(count(tasks()));
        exit(9);
    },
] as $how => $body) {
    echo "$how: ", outcomes_of_fork($body), "\n";
}
echo 'in a Fiber: ', outcomes_of_fork(fn () => delay(0.001), fn ($fork) => spawn(function () use ($fork) {
    (new Fiber($fork))->start();
    note('the task goes on');
})->await()), "\n";
echo 'in {main}: ', outcomes_of_fork(function () {
    note(count(tasks()) . ' tasks');
    delay(0.001);
    exit(5);
}, fn ($fork) => $fork()), "\n";
echo 'in {main}, and returns: ', outcomes_of_fork(function ($beside) {
    note(count(tasks()) . ' tasks');
    spawn(fn () => $beside->receive());
}, fn ($fork) => $fork()), "\n";
echo 'in a group: ', outcomes_of_fork(fn () => exit(5), fn ($fork) => spawn(fn () => group(function ($group) use ($fork) {
    $gate = new Channel(1); // nobody waits to send: in the child there is nobody else
    $group->spawn(fn () => $gate->receive());
    delay(0);
    $fork();
    note(count($group) . ' left');
    $gate->send('open');
}))->await()), "\n";
echo 'in a group, and goes on: ', outcomes_of_fork(fn () => delay(0), fn ($fork) => spawn(fn () => group(function ($group) use ($fork) {
    $gate = new Channel(1); // nobody waits to send: in the child there is nobody else
    $group->spawn(fn () => $gate->receive());
    delay(0);
    $fork();
    note(count($group) . ' left');
    $gate->send('open');
}))->await()), "\n";
?>
--EXPECT--
returns: shutdown; child 0; parent received; shutdown; 0
returns after a wait: shutdown; child 0; parent received; shutdown; 0
exits: shutdown; child 7; parent received; shutdown; 0
exits after a wait: shutdown; child 7; parent received; shutdown; 0
throws: shutdown; child 255; parent received; shutdown; 0
throws, with a handler: handler uncaught; shutdown; child 0; parent received; shutdown; 0
fatal: shutdown; child 255; parent received; shutdown; 0
leaves a task: shutdown; Shutdown; child 0; parent received; shutdown; 0
its task exits: shutdown; Shutdown; child 8; parent received; shutdown; 0
its task throws: on_error unawaited; shutdown; child 0; parent received; shutdown; 0
takes nothing of the parent's: 1; shutdown; child 0; parent received; shutdown; 0
a deadlock: All wait for each other: task # waits for a value of channel # in Uvstream\Channel::receive(); shutdown; child 0; parent received; shutdown; 0
forks: 1; shutdown; grandchild 9; shutdown; child 0; parent received; shutdown; 0
in a Fiber: the task goes on; shutdown; child 0; the task goes on; parent received; shutdown; 0
in {main}: 0 tasks; shutdown; child 5; parent received; shutdown; 0
in {main}, and returns: 0 tasks; {main} goes on; shutdown; child 0; parent received; shutdown; 0
in a group: shutdown; child 5; 1 left; parent received; shutdown; 0
in a group, and goes on: 0 left; shutdown; child 0; 1 left; parent received; shutdown; 0
