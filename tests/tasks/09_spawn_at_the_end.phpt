--TEST--
tasks, promise 9: shutdown functions have tasks; destructors after them have the waits alone
--FILE--
<?php
use function Uvstream\{delay, run, spawn};

class Ends
{
    public function __destruct()
    {
        try {
            spawn(fn () => print("spawned\n"));
        } catch (Error $error) {
            echo $error->getMessage(), "\n";
        }
        [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        fwrite($ours, "sent and read\n");
        delay(0.001);
        echo fgets($theirs);
        echo run(fn () => "run() of no task\n");
    }
}
$ends = new Ends;
register_shutdown_function(function () {
    run(function () {
        spawn(function () {
            delay(0.001);
            echo "a task within a run() of a shutdown function\n";
        });
    });
    spawn(function () {
        try {
            delay(60);
        } finally {
            echo "one that is left\n";
        }
    });
    delay(0);
});
spawn(fn () => delay(0));
?>
--EXPECT--
a task within a run() of a shutdown function
one that is left
Cannot spawn a task: the script has ended
sent and read
run() of no task
