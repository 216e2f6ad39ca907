<?php

use function Uvstream\{run, spawn};

run(function () {
    spawn(function () { usleep(200000); echo "second\n"; });
    spawn(function () { usleep(10000); echo "first\n"; });
});

/* Output:
first
second
*/
