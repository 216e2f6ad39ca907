--TEST--
who waits in a task for the end of a child process lets the others run, of whom one brings it about
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/gate.inc';
require __DIR__ . '/../inc/parked.inc';
use function Uvstream\run;

function sleeper(): int
{
    return in_child(fn () => sleep(60));
}

$silent = fn () => 'exec >/dev/null; ' . gated_command(3);
$with_code = function (callable $fn) use ($silent) {
    $fn($silent(), $code);
    return $code;
};
$calls = [
    'proc_close' => fn () => proc_close(proc_open(gated_command(3), [], $pipes)),
    'pclose of a pipe to read' => fn () => pclose(popen($silent(), 'r')),
    'pclose of a pipe to write' => fn () => pclose(popen(gated_command(3), 'w')),
    'exec' => fn () => $with_code(fn ($command, &$code) => exec($command, $lines, $code)),
    'system' => fn () => $with_code(fn ($command, &$code) => system($command, $code)),
    'passthru' => fn () => $with_code(fn ($command, &$code) => passthru($command, $code)),
    'shell_exec' => fn () => shell_exec('echo written; ' . $silent()),
    'backticks' => fn () => @eval("return `echo written; {$silent()}`;"), // (deprecated since PHP 8.5)
];
foreach ($calls as $name => $call) {
    run(function () use ($name, $call) {
        $task = parked($call);
        echo $name, ', in ', place_of($task), ': ';
        open_gates();
        echo trim(json_encode($task->await())), "\n";
    });
}

$calls = [
    'pcntl_waitpid' => fn ($pid) => pcntl_waitpid($pid, $status) === $pid ? pcntl_wtermsig($status) : 'none',
    'pcntl_waitpid with usage' =>
        fn ($pid) => pcntl_waitpid($pid, $status, 0, $usage) === $pid && isset($usage['ru_utime.tv_sec']) ? pcntl_wtermsig($status) : 'none',
    'pcntl_waitpid of any' => fn ($pid) => pcntl_waitpid(-1, $status) === $pid ? pcntl_wtermsig($status) : 'none',
    'pcntl_waitpid of a stop' =>
        fn ($pid) => pcntl_waitpid($pid, $status, WUNTRACED) === $pid ? pcntl_wtermsig($status) : 'none',
    'pcntl_wait' => fn ($pid) => pcntl_wait($status) === $pid ? pcntl_wtermsig($status) : 'none',
    'pcntl_wait with options' => fn ($pid) => pcntl_wait($status, WUNTRACED) === $pid ? pcntl_wtermsig($status) : 'none',
];
foreach ($calls as $name => $call) {
    run(function () use ($name, $call) {
        $pid = sleeper();
        $task = parked(fn () => $call($pid));
        echo $name, ', in ', place_of($task), ': ';
        posix_kill($pid, SIGKILL);
        echo $task->await(), "\n";
    });
}

echo "two wait for one child: ";
run(function () {
    $pid = sleeper();
    $tasks = [];
    for ($i = 0; $i < 2; ++$i) $tasks[] = parked(fn () => pcntl_waitpid($pid, $status) === $pid ? 'got it' : pcntl_strerror(pcntl_get_last_error()));
    posix_kill($pid, SIGKILL);
    $results = array_map(fn ($task) => $task->await(), $tasks);
    sort($results);
    echo implode(', ', $results), "\n";
});
?>
--EXPECT--
proc_close, in proc_close: 3
pclose of a pipe to read, in pclose: 3
pclose of a pipe to write, in pclose: 3
exec, in exec: 3
system, in system: 3
passthru, in passthru: 3
shell_exec, in shell_exec: "written\n"
backticks, in shell_exec: "written\n"
pcntl_waitpid, in pcntl_waitpid: 9
pcntl_waitpid with usage, in pcntl_waitpid: 9
pcntl_waitpid of any, in pcntl_waitpid: 9
pcntl_waitpid of a stop, in pcntl_waitpid: 9
pcntl_wait, in pcntl_wait: 9
pcntl_wait with options, in pcntl_wait: 9
two wait for one child: No child processes, got it
