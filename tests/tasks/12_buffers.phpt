--TEST--
tasks, promise 12: output goes into the buffers that the task has opened, and then into {main}'s
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

echo "-- {main}'s buffer has what all write\n";
ob_start();
run(function () {
    foreach (['a', 'b'] as $name) {
        spawn(function () use ($name) {
            echo "$name: all's\n";
            ob_start();
            echo "$name: own\n";
            delay(0);
            $own = ob_get_clean();
            echo "$name had $own";
        });
    }
});
$captured = ob_get_clean();
var_dump(ob_get_level());
echo $captured;

echo "-- what a task leaves open goes into the one below, in turn\n";
ob_start(fn (string $text) => "main($text)");
run(function () {
    spawn(function () {
        ob_start(fn (string $text) => "outer($text)");
        echo '1';
        delay(0);
        ob_start(fn (string $text) => "inner($text)", 0, 0); // that may not be removed
        echo '2';
        delay(0);
        echo '3';
    });
    delay(0);
    echo 'x';
});
ob_end_flush();
echo "\n";

echo "-- levels, while {main} closes and opens\n";
ob_start();
ob_start();
run(function () {
    $levels = [];
    $task = spawn(function () use (&$levels) {
        ob_start();
        $levels[] = [ob_get_level(), count(ob_get_status(true)), array_column(ob_get_status(true), 'level')];
        delay(0);
        $levels[] = [ob_get_level(), count(ob_get_status(true)), array_column(ob_get_status(true), 'level')];
        echo 'own';
        return ob_get_clean();
    });
    delay(0);
    ob_end_clean();
    ob_end_clean();
    $own = $task->await();
    echo json_encode($levels), " $own\n";
});

echo "-- an exception of a callback is the task's\n";
run(function () {
    $task = spawn(function () {
        ob_start(function () { throw new DomainException('callback'); });
        echo 'what it does not take, ';
        delay(0);
        return 1;
    });
    try {
        var_dump($task->await());
    } catch (DomainException $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
});

echo "-- a callback that waits, waits in place\n";
run(function () {
    $log = [];
    spawn(function () use (&$log) { $log[] = 'other'; });
    ob_start(function (string $text) use (&$log) {
        $log[] = 'before';
        delay(0.001);
        $log[] = 'after';
        return $text;
    });
    ob_end_flush();
    delay(0);
    echo implode(' ', $log), "\n";
});

echo "-- at the script's end\n";
spawn(function () {
    ob_start();
    echo "of a task that waits\n";
    try {
        delay(100);
    } finally {
        echo "and ends\n";
    }
});
delay(0);
?>
--EXPECT--
-- {main}'s buffer has what all write
int(0)
a: all's
b: all's
a had a: own
b had b: own
-- what a task leaves open goes into the one below, in turn
main(xouter(1inner(23)))
-- levels, while {main} closes and opens
[[3,3,[0,1,2]],[1,1,[0]]] own
-- an exception of a callback is the task's
what it does not take, DomainException: callback
-- a callback that waits, waits in place
before after other
-- at the script's end
of a task that waits
and ends
