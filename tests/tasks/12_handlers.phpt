--TEST--
tasks, promise 12: a task begins with its creator's handlers, and has none to restore
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

$named = fn (string $name) => function ($level, $text) use ($name) { echo "$name: $text\n"; };

echo "-- the creator's, whatever that sets afterwards\n";
set_error_handler($named('main'));
run(function () use ($named) {
    spawn(function () use ($named) {
        trigger_error('in the task');
        set_error_handler($named('task'));
        trigger_error('in the task');
        spawn(fn () => trigger_error('in its task'));
        delay(0);
        restore_error_handler();
        trigger_error('restored');
        restore_error_handler();
        var_dump(set_error_handler(null));
    });
    set_error_handler($named('later'));
    delay(0);
    trigger_error('in main');
});
restore_error_handler();
trigger_error('in main');

echo "-- for some errors only\n";
set_error_handler($named('warnings'), E_USER_WARNING);
run(function () use ($named) {
    spawn(function () use ($named) {
        set_error_handler($named('notices'), E_USER_NOTICE);
        delay(0);
        trigger_error('a notice');
        delay(0);
        trigger_error('a notice');
        restore_error_handler();
    });
    trigger_error('a warning', E_USER_WARNING);
    delay(0);
    trigger_error('a warning', E_USER_WARNING);
});

echo "-- within a handler there is none\n";
restore_error_handler();
set_error_handler(function ($level, $text) use ($named) {
    echo "outer: $text\n";
    if ($text !== 'a') return;
    spawn(fn () => @trigger_error('nobody sees it'));
    delay(0);
});
run(fn () => trigger_error('a'));

echo "-- what a task has set goes with it\n";
class Gone
{
    public function __construct(public string $name) {}
    public function __invoke() {}
    public function __destruct() { echo "$this->name is gone\n"; }
}
run(function () {
    spawn(function () {
        set_error_handler(new Gone('first'));
        set_error_handler(new Gone('second'));
        set_exception_handler(new Gone('third'));
        delay(0);
    });
    delay(0);
    delay(0);
    echo "the task has ended\n";
});
trigger_error("main's is there");

echo "-- one that never runs\n";
set_error_handler(new Gone('inherited'));
run(function () {
    $task = spawn(fn () => 1);
    restore_error_handler();
    echo "cancel\n";
    $task->cancel();
});
echo "done\n";
?>
--EXPECT--
-- the creator's, whatever that sets afterwards
main: in the task
task: in the task
later: in main
task: in its task
main: restored
NULL
main: in main
-- for some errors only
warnings: a warning
warnings: a warning
notices: a notice
notices: a notice
-- within a handler there is none
outer: a
-- what a task has set goes with it
second is gone
third is gone
first is gone
the task has ended
outer: main's is there
-- one that never runs
cancel
inherited is gone
done
