--TEST--
tasks, promise 1: all() and first() throw where a task of theirs was cancelled by itself, and return nothing in its place
--FILE--
<?php
use Uvstream\{CancelledError, Channel, Task};
use function Uvstream\{all, delay, first, spawn};

$tasks = [];
$waits = function () use (&$tasks) {
    $tasks[] = Task::current();
    (new Channel)->receive();
};

function cancelled(callable $fn): void
{
    global $tasks;
    spawn(function () use (&$tasks) {
        while (!$tasks) delay(0);
        delay(0);
        foreach ($tasks as $task) $task->cancel('by itself');
    });
    try {
        var_dump($fn());
    } catch (CancelledError $error) {
        echo $error->reason->name, ': ', $error->getMessage(), "\n";
    }
    $tasks = [];
}

cancelled(fn () => all(['returns' => fn () => 1, 'waits' => $waits]));
cancelled(fn () => first([$waits, $waits]));

// One that returns is the first, whoever was cancelled before.
cancelled(fn () => first([$waits, function () {
    for ($i = 0; $i < 10; $i++) delay(0);
    return 'the other';
}]));

$results = all(['a' => fn () => 1, 2 => fn () => 'two', 'c' => fn () => [3]]);
echo json_encode($results), "\n";
?>
--EXPECT--
Requested: by itself
Requested: by itself
string(9) "the other"
{"a":1,"2":"two","c":[3]}
