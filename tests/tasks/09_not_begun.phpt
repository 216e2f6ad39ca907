--TEST--
tasks, promise 9: a task that has not begun when the script ends runs nothing
--FILE--
<?php
use function Uvstream\{delay, group, spawn};
register_shutdown_function(fn () => print("shutdown function\n"));
spawn(fn () => group(function ($group) {
    $group->spawn(delay(...), 60);
    $group->spawn(fn () => print("began behind the group's limit\n"));
}, 1));
delay(0);
$task = spawn(fn () => print("began\n"));
echo "{main} ends\n";
?>
--EXPECT--
{main} ends
shutdown function
