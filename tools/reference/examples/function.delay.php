<?php

use function Uvstream\{delay, run, spawn};

run(function () {
    spawn(function () { echo "a task\n"; });
    echo "before\n";
    delay(0); // lets those run that are ready
    echo "after\n";
});

/* Output:
before
a task
after
*/
