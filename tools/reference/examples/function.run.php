<?php

use function Uvstream\{delay, run, spawn};

$sum = run(function (int ...$numbers) {
    foreach ($numbers as $number) {
        spawn(function () use ($number) {
            delay($number / 20);
            echo "$number\n";
        });
    }
    return array_sum($numbers); // and run() returns that once all tasks have ended
}, 3, 1, 2);
echo "sum $sum\n";

/* Output:
1
2
3
sum 6
*/
