<?php

use Uvstream\Group;
use function Uvstream\{delay, group};

try {
    group(function (Group $group) {
        $group->spawn(function () { delay(0.01); throw new RuntimeException('the disk is full'); });
        $group->spawn(function () {
            try {
                delay(60);
            } finally {
                echo "cancelled, and tidies up\n";
            }
        });
    });
} catch (RuntimeException $error) {
    echo $error->getMessage(), "\n";
}

/* Output:
cancelled, and tidies up
the disk is full
*/
