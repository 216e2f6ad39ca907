<?php

use Uvstream\TimeoutException;
use function Uvstream\{delay, run, spawn};

run(function () {
    $task = spawn(function () { delay(0.05); return 'done'; });
    try {
        $task->await(0.001); // waits no longer, and cancels nothing
    } catch (TimeoutException) {
        echo "not yet\n";
    }
    echo $task->await(), "\n";
});

/* Output:
not yet
done
*/
