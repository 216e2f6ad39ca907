--TEST--
pcntl_sigwaitinfo() and pcntl_sigtimedwait() in a task let the others run, of whom one sends the signal
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/parked.inc';
use function Uvstream\run;

pcntl_sigprocmask(SIG_BLOCK, [SIGUSR1, SIGUSR2, SIGCHLD]);
run(function () {
    $show = fn ($signal, $info) => [$signal === SIGUSR1, $info['signo'] === SIGUSR1, $info['pid'] === getmypid()];
    $task = parked(fn () => $show(pcntl_sigwaitinfo([SIGUSR1, SIGUSR2], $info), $info));
    echo place_of($task), ': ';
    posix_kill(getmypid(), SIGUSR1);
    echo json_encode($task->await()), "\n";

    $task = parked(fn () => $show(pcntl_sigtimedwait([SIGUSR1], $info, 60), $info));
    echo place_of($task), ': ';
    posix_kill(getmypid(), SIGUSR1);
    echo json_encode($task->await()), "\n";

    $task = parked(fn () => outcome(fn () => @pcntl_sigwaitinfo([SIGUSR1]))); // (later PHPs warn of each failure)
    $task->cancel();
    echo $task->await(), "\n";

    $task = parked(fn () => pcntl_sigtimedwait([SIGUSR1], $info, 0, 1_000_000));
    var_dump(in_array($task->await(), [-1, false], true));

    $child = null;
    $task = parked(function () use (&$child) {
        pcntl_sigwaitinfo([SIGCHLD], $info);
        return [$info['pid'] === $child, $info['status'], $info['signo'] === SIGCHLD];
    });
    $child = in_child(fn () => vanish());
    echo json_encode($task->await()), "\n";
    ended($child);
});
?>
--EXPECT--
pcntl_sigwaitinfo: [true,true,true]
pcntl_sigtimedwait: [true,true,true]
CancelledError(Requested): The task was cancelled
bool(true)
[true,9,true]
