<?php

use Uvstream\Group;
use function Uvstream\{delay, group};

group(function (Group $group) {
    foreach (range(1, 5) as $number) $group->spawn(function () use ($number) { delay($number); echo "never\n"; });
    echo count($group), " tasks\n";
    delay(0.01);
    $group->cancel();
});
echo "all have ended\n";

/* Output:
5 tasks
all have ended
*/
