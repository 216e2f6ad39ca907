--TEST--
gethostbyname(), gethostbynamel() and gethostbyaddr() wait for a name server while other tasks run
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/private_network.inc'; skip_without_private_network(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/private_network.inc';
use function Uvstream\{run, spawn, delay, timeout};

enter_private_network(60);
$names = serve_names();

// Each answer is sent by another task, once that is asked for.
run(function () {
    $one = spawn(fn () => gethostbyname('late-one.test.'));
    $list = spawn(fn () => gethostbynamel('late-list.test.'));
    delay(0.01);
    answer_late('late-list');
    echo implode(' ', $list->await()), "\n";
    answer_late('late-one');
    echo $one->await(), "\n";
    echo gethostbyaddr('192.0.2.1'), "\n";
    echo gethostbyname('gone.test.'), ' ', json_encode(gethostbynamel('gone.test.')), "\n";
});

// A name of a C string, what is no string, and in {main} beside a task that waits.
$beside = spawn(fn () => delay(60));
echo gethostbyname('alive.test.'), ' ', gethostbyname('127.1'), ' ', gethostbyname(5), "\n";
try {
    gethostbyname("alive\0.test.");
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
echo strlen(gethostbyname(str_repeat('x', 256))), "\n";
$beside->cancel();

// Cancelled and timed out at once, with nothing left but the thread, which goes on with it.
run(function () {
    $task = spawn(fn () => gethostbyname('dead.test.'));
    delay(0.01);
    $task->cancel();
    try {
        $task->await();
    } catch (Uvstream\CancelledError) {
        echo "cancelled\n";
    }
    try {
        timeout(0.01, fn () => gethostbynamel('dead.test.'));
    } catch (Uvstream\TimeoutException) {
        echo "timed out\n";
    }
    echo gethostbyname('alive.test.'), "\n";
});
stop($names);
?>
--EXPECTF--
127.0.0.1
127.0.0.1
host.test
gone.test. false
127.0.0.1 127.0.0.1 0.0.0.5
gethostbyname(): Argument #1 ($hostname) must not contain any null bytes

Warning: gethostbyname(): Host name cannot be longer than 255 characters in %s on line %d
256
cancelled
timed out
127.0.0.1
