<?php

use Uvstream\CancelledError;
use function Uvstream\{delay, run, shield, spawn};

run(function () {
    $task = spawn(function () {
        shield(function () {
            echo "commit begins\n";
            delay(0.01);
            echo "commit has ended\n";
        });
        delay(60); // here the cancellation comes
    });
    delay(0);
    $task->cancel();
    try {
        $task->await();
    } catch (CancelledError) {
        echo "cancelled\n";
    }
});

/* Output:
commit begins
commit has ended
cancelled
*/
