--TEST--
flock() in a task lets the others run, of whom one lets go of the lock; those who wait get it in order
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\{delay, run, spawn};
$path = temp_path('flock');
$locked = fopen($path, 'c');
var_dump(flock($locked, LOCK_EX));
$place = fopen($path, 'c');
run(function () use ($path, $locked) {
    $tasks = [];
    foreach (['a', 'b', 'c'] as $name) {
        $tasks[] = spawn(function () use ($path, $name) {
            $file = fopen($path, 'c');
            $is_locked = flock($file, LOCK_EX);
            echo "$name ", $is_locked ? 'has it' : 'has it not', "\n";
            delay(0);
            echo "$name lets go\n";
            flock($file, LOCK_UN);
        });
    }
    foreach ($tasks as $task) {
        while (!str_contains($task->where(), ' in flock()')) delay(0);
    }
    echo "the lock is let go of\n";
    flock($locked, LOCK_UN);
    var_dump(flock($locked, LOCK_EX)); // behind them
});
?>
--EXPECT--
bool(true)
the lock is let go of
a has it
a lets go
b has it
b lets go
c has it
c lets go
bool(true)
