--TEST--
a task forks while others wait in calls of C code: the child goes on alone, the parent's waits end as they would
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/gate.inc';
require __DIR__ . '/../inc/parked.inc';
use function Uvstream\{run, spawn};

run(function () {
    $path = temp_path('lock');
    $locked = fopen($path, 'c');
    flock($locked, LOCK_EX);
    $waits = [
        parked(fn () => flock(fopen($path, 'c'), LOCK_EX)),
        parked(fn () => proc_close(proc_open(gated_command(3), [], $pipes))),
        parked(fn () => pclose(popen(gated_command(4), 'w'))),
    ];
    $fork = spawn(function () use ($path) {
        $child = in_child(function () use ($path) {
            echo json_encode(flock(fopen($path, 'c'), LOCK_EX | LOCK_NB)), "\n";
            exec('exit 6', $lines, $code);
            exit($code);
        });
        return ended($child);
    });
    echo $fork->await(), "\n";
    flock($locked, LOCK_UN);
    open_gates();
    foreach ($waits as $wait) echo json_encode($wait->await()), "\n";
});
?>
--EXPECT--
false
6
true
3
4
