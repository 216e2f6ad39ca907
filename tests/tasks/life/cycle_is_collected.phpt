--TEST--
life and death: a task that is in a cycle with its result is collected once it has ended
--FILE--
<?php
use function Uvstream\{delay, run, spawn};
use Uvstream\Task;

class Noted
{
    public $its;
    public function __destruct() { echo "collected\n"; }
}

run(function () {
    spawn(function () {
        $noted = new Noted;
        $noted->its = [$noted, Task::current(), Fiber::getCurrent()];
        delay(0);
        return $noted;
    });
});
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
collected
end
