--TEST--
tasks, promise 11: without asynchronous signals handlers run where the script dispatches them; a signal ends the wait of {main}
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
use Uvstream\Task;
use function Uvstream\{delay, run, spawn};
require __DIR__ . '/../inc/children.inc';

$go = true;
pcntl_signal(SIGTERM, function () use (&$go) {
    echo 'handled in ', Task::current()?->name ?? '{main}', "\n";
    $go = false;
}, false);

echo "-- dispatched by an accept loop\n";
$child = null;
run(function () use (&$go, &$child) {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    spawn(function () {
        delay(0.3);
        echo "the task goes on\n";
    });
    $child = signal_in_wait(SIGTERM);
    while ($go) {
        $connection = @stream_socket_accept($server, -1);
        var_dump($connection);
        pcntl_signal_dispatch();
    }
});
ended($child);

echo "-- not at a safe point, of whichever strand\n";
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
run(function () use ($ours, $theirs) {
    $reader = spawn(fn () => var_dump(fread($ours, 10)));
    $reader->name = 'reader';
    delay(0);
    posix_kill(getmypid(), SIGTERM);
    fclose($ours); // in use: it is freed at a safe point of its reader's
    delay(0.01);
    for ($i = 0; $i < 1000; ++$i);
    echo "not handled yet\n";
    pcntl_signal_dispatch();
});

echo "-- in a task that dispatches\n";
run(function () {
    $task = spawn(function () {
        posix_kill(getmypid(), SIGTERM);
        delay(0);
        pcntl_signal_dispatch();
    });
    $task->name = 'the one that asked';
});

echo "-- waited for\n";
run(function () {
    pcntl_sigprocmask(SIG_BLOCK, [SIGUSR2]);
    $task = spawn(function () {
        delay(0);
        posix_kill(getmypid(), SIGUSR2);
        return @stream_socket_client('tcp://localhost:1', $code, $text, 1) === false; // a look-up has threads
    });
    var_dump($task->await());
    var_dump(pcntl_sigtimedwait([SIGUSR2], $info, 10) === SIGUSR2);
    pcntl_sigprocmask(SIG_UNBLOCK, [SIGUSR2]);
});
?>
--EXPECT--
-- dispatched by an accept loop
bool(false)
handled in {main}
the task goes on
-- not at a safe point, of whichever strand
bool(false)
not handled yet
handled in {main}
-- in a task that dispatches
handled in the one that asked
-- waited for
bool(true)
bool(true)
