--TEST--
life and death: a fatal error in a task that is within run() leaves nothing of that run() to shutdown functions, and its stack is given back once
--ENV--
USE_ZEND_ALLOC=0
--FILE--
<?php
ini_set('display_errors', '0');
ini_set('log_errors', '0');
use function Uvstream\{delay, run, spawn};

register_shutdown_function(function () {
    echo run(fn () => usleep(1000) ?? 'run() in a shutdown function'), "\n";
    try {
        spawn(fn () => 1);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
});
run(function () {
    spawn(function () {
        run(function () {
            delay(0);
            eval('interface Wanted { function it(); } class Lacks implements Wanted {}');
        });
    });
    delay(20);
});
?>
--EXPECT--
run() in a shutdown function
Cannot spawn a task: the script has ended
