--TEST--
a wait for a child process that is cancelled ends at once; the child is no zombie for ever
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/task')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/gate.inc';
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/parked.inc';
use function Uvstream\{run, spawn, timeout};

function children(): int
{
    return count(array_filter(explode(' ', trim(file_get_contents('/proc/self/task/' . getmypid() . '/children')))));
}

run(function () {
    $cut_short = function (callable $fn) {
        $task = parked(fn () => outcome($fn));
        $task->cancel();
        echo $task->await(), "\n";
    };
    $cut_short(fn () => proc_close(proc_open(gated_command(3), [], $pipes)));
    $cut_short(fn () => pclose(popen(gated_command(3), 'w')));
    $cut_short(fn () => exec('exec >/dev/null; ' . gated_command(3)));
    echo outcome(fn () => timeout(0.001, fn () => pclose(popen(gated_command(3), 'w')))), "\n";
    echo children(), " children\n";
    open_gates(); // and the next wait for any child finds that they have ended
    for ($tries = 0; children() > 0 && $tries < 10_000; ++$tries) spawn(fn () => exec('true'))->await();
    echo children(), " children\n";
});
?>
--EXPECT--
CancelledError(Requested): The task was cancelled
CancelledError(Requested): The task was cancelled
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
4 children
0 children
