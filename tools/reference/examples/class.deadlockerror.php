<?php

use Uvstream\{Channel, DeadlockError};
use function Uvstream\run;

try {
    run(fn () => (new Channel())->receive()); // nobody is left who could send
} catch (DeadlockError $error) {
    echo get_class($error), "\n";
}

/* Output:
Uvstream\DeadlockError
*/
