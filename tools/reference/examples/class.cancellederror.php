<?php

use Uvstream\CancelledError;
use function Uvstream\{delay, run, spawn};

run(function () {
    $task = spawn(function () {
        try {
            delay(60);
        } catch (CancelledError $error) {
            echo $error->reason->name, ': ', $error->getMessage(), "\n";
            throw $error; // or it goes on, and its next wait throws it again
        }
    });
    delay(0);
    $task->cancel('the user has gone');
});

/* Output:
Requested: the user has gone
*/
