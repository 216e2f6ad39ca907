<?php
// Rows 18: what a task costs that does nothing, and a switch from one to another. Arguments: "spawn" or "switch", and
// how many.
require __DIR__ . '/common.php';

use function Uvstream\{delay, run, spawn};

[, $what, $count] = $argv;
run(function () use ($what, $count) {
    $nothing = function () {
    };
    $switch = function () use ($count) {
        for ($i = $count >> 1; $i > 0; $i--) {
            delay(0);
        }
    };
    spawn($nothing)->await(); // a stack is there
    $begin = cpu_us();
    if ($what === 'spawn') {
        for ($i = $count; $i > 0; $i--) {
            spawn($nothing);
            $i % 16 === 0 && delay(0);
        }
        delay(0);
    } else {
        $tasks = [spawn($switch), spawn($switch)];
        $tasks[0]->await();
        $tasks[1]->await();
    }
    print_result($count, cpu_us() - $begin);
});
