--TEST--
tasks, promise 11: what a handler throws surfaces in {main}, or the strand of the innermost run: never in a task by chance
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use Uvstream\{Channel, Task};
use function Uvstream\{delay, group, run, shield, spawn, timeout};

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, fn () => throw new RuntimeException('in ' . (Task::current()?->name ?? '{main}')));

$signal = function () {
    try {
        delay(0);
        posix_kill(getmypid(), SIGUSR1);
        for ($i = 0; $i < 10000; ++$i);
        delay(0);
        delay(0.001);
        echo "no exception here\n";
    } catch (RuntimeException $exception) {
        echo 'surfaced in the wrong strand: ', $exception->getMessage(), "\n";
    } finally {
        echo "ended\n";
    }
};
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$server = stream_socket_server('tcp://127.0.0.1:0');
$waits = [
    'read' => fn () => fread($ours, 100),
    'accept' => fn () => stream_socket_accept($server, -1),
    'select' => function () use ($ours) {
        $read = [$ours];
        $none = null;
        @stream_select($read, $none, $none, null);
        for ($i = 0; $i < 10; ++$i);
    },
    'sleep' => fn () => sleep(60),
    'delay' => fn () => delay(60),
    'receive' => fn () => (new Channel)->receive(),
    'send' => fn () => (new Channel)->send(1),
    'await' => function () {
        $task = spawn(fn () => delay(60));
        try {
            $task->await();
        } finally {
            $task->cancel();
        }
    },
    'a group that ends' => fn () => group(fn ($group) => $group->spawn(delay(...), 60)),
    'a run that ends' => fn () => run(fn () => spawn(delay(...), 60)),
    'within a timeout' => fn () => timeout(60, fn () => delay(60)),
    'within a shield' => fn () => shield(fn () => delay(60)),
    'computing' => function () {
        delay(0);
        for ($i = 0; $i < 100; ++$i) delay(0);
        for (;;);
    },
];
foreach ($waits as $name => $wait) {
    echo "-- $name\n";
    foreach (['{main}', 'a task'] as $where) {
        $catch = function () use ($wait) {
            try {
                $wait();
                echo "not thrown\n";
            } catch (RuntimeException $exception) {
                echo 'thrown ', $exception->getMessage(), "\n";
            }
        };
        if ($where === '{main}') {
            $task = spawn($signal);
            $catch();
            $task->await();
        } else {
            $task = spawn(fn () => run(function () use ($catch, $signal) {
                spawn($signal);
                $catch();
            }));
            $task->name = $where;
            $task->await();
        }
    }
}
?>
--EXPECT--
-- read
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- accept
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- select
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- sleep
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- delay
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- receive
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- send
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- await
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- a group that ends
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- a run that ends
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- within a timeout
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- within a shield
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
-- computing
thrown in {main}
no exception here
ended
thrown in a task
no exception here
ended
