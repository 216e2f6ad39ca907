<?php

use function Uvstream\{all, delay};

$squares = [];
foreach (range(1, 6) as $number) {
    $squares["square of $number"] = function () use ($number) { delay(0.001 * (7 - $number)); return $number ** 2; };
}
echo json_encode(all($squares, limit: 2)), "\n"; // at most two at a time; the order is the one in which they were given

/* Output:
{"square of 1":1,"square of 2":4,"square of 3":9,"square of 4":16,"square of 5":25,"square of 6":36}
*/
