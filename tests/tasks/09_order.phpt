--TEST--
tasks, promise 9: waiting tasks are cancelled after the last shutdown function, however late it was registered, and before destructors
--FILE--
<?php
use Uvstream\CancelledError;
use function Uvstream\{delay, shield, spawn};

class Noisy
{
    public static int $gone = 0;
    public function __construct(private string $name) {}
    public function __destruct()
    {
        echo "destructor, $this->name\n";
        ++self::$gone;
    }
}

$global = new Noisy('global');
register_shutdown_function(function () {
    echo "shutdown function 1\n";
    register_shutdown_function(function () {
        echo "shutdown function 3, registered in 1\n";
        spawn(function () {
            try {
                delay(60);
            } catch (CancelledError $error) {
                echo "spawned in 3: {$error->reason->name}\n";
                throw $error;
            }
        });
        register_shutdown_function(function () {
            echo "shutdown function 4, registered in 3\n";
            delay(0.001); // the others run meanwhile
            register_shutdown_function(fn () => print("shutdown function 5, registered in 4\n"));
        });
    });
});
spawn(function () {
    $its = new Noisy('of a task');
    try {
        delay(60);
    } catch (CancelledError $error) {
        echo "task: {$error->reason->name}\n";
        throw $error;
    } finally {
        delay(0);
        echo "finally\n";
    }
});
spawn(function () {
    shield(function () {
        while (Noisy::$gone === 0) delay(0.001);
    });
    echo "its shield has ended\n";
    delay(60);
});
register_shutdown_function(fn () => print("shutdown function 2\n"));
delay(0.001);
$never = spawn(fn () => print("it has begun: that is wrong\n"));
$never->cancel();
echo "{main} ends\n";
?>
--EXPECT--
{main} ends
shutdown function 1
shutdown function 2
shutdown function 3, registered in 1
shutdown function 4, registered in 3
shutdown function 5, registered in 4
task: Shutdown
spawned in 3: Shutdown
destructor, of a task
its shield has ended
destructor, global
