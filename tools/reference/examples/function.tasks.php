<?php

use function Uvstream\{delay, run, spawn, tasks};

run(function () {
    foreach (['mail', 'news'] as $name) spawn(fn () => delay(0.01))->name = $name;
    foreach (tasks() as $task) echo $task->name, "\n";
});

/* Output:
mail
news
*/
