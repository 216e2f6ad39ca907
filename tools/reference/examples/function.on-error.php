<?php

use Uvstream\Task;
use function Uvstream\{on_error, run, spawn};

on_error(function (Throwable $error, Task $task) {
    echo "$task->name: {$error->getMessage()}\n";
});
run(function () {
    $task = spawn(function () { throw new RuntimeException('no such user'); }); // and nobody awaits it
    $task->name = 'login';
});

/* Output:
login: no such user
*/
