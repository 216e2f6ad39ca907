<?php

use function Uvstream\{delay, run, spawn, stats};

run(function () {
    for ($i = 0; $i < 100; $i++) spawn(fn () => delay(0.01));
    echo stats()['tasks'], " tasks\n";
});
echo stats()['ended'], " have ended\n";

/* Output:
100 tasks
100 have ended
*/
