<?php
// Row 21: so many tasks at once in delay(); figures per task.
require __DIR__ . '/common.php';

use function Uvstream\{delay, run, spawn};

[, $count] = $argv;
run(function () use ($count) {
    $begin = cpu_us();
    $woken = 0;
    for ($i = 0; $i < $count; $i++) {
        spawn(function () use (&$woken) {
            delay(2);
            $woken++;
        });
    }
    while ($woken < $count) {
        delay(0.1);
    }
    print_result($woken, cpu_us() - $begin);
});
