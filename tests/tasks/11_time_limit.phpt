--TEST--
tasks, promise 11: a time limit ends the script from whichever task computes, as a fatal error: no other user code but shutdown functions
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
register_shutdown_function(function () {
    echo "\nshutdown function\n";
});
run(function () {
    spawn(function () {
        try {
            delay(60);
        } finally {
            echo "finally of a task that waits\n";
        }
    });
    spawn(function () {
        try {
            delay(0);
            set_time_limit(1);
            for (;;);
        } finally {
            echo "finally of the one that computes\n";
        }
    });
    try {
        delay(60);
    } finally {
        echo "finally of {main}\n";
    }
});
?>
--EXPECTF--
Fatal error: Maximum execution time of 1 second exceeded in %s on line %d
%A
shutdown function
