<?php

use Uvstream\Task;
use function Uvstream\{delay, run, spawn};

run(function () {
    $task = spawn(function () {
        echo 'I am ', Task::current()->name, "\n";
        delay(0.01);
        return 42;
    });
    $task->name = 'the answer';
    var_dump($task->isDone());
    echo $task->await(), "\n";
    var_dump($task->isDone());
});

/* Output:
bool(false)
I am the answer
42
bool(true)
*/
