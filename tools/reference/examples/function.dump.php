<?php

use function Uvstream\{delay, dump, run, spawn};

run(function () {
    $task = spawn(fn () => delay(1));
    $task->name = 'sleeper';
    delay(0);
    echo str_contains(dump(), 'sleeper') ? "the sleeper is in it\n" : dump();
    $task->cancel();
});

/* Output:
the sleeper is in it
*/
