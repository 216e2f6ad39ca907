<?php

use Uvstream\TaskLocal;
use function Uvstream\{delay, run, spawn};

run(function () {
    $request = new TaskLocal('none');
    foreach (['A', 'B'] as $name) {
        spawn(function () use ($request, $name) {
            $request->set($name);
            delay(0.01); // others set theirs meanwhile
            echo $request->get(), "\n";
        });
    }
    delay(0.2);
    echo $request->get(), "\n";
});

/* Output:
A
B
none
*/
