--TEST--
flock() in a task ends when the task is cancelled, its time is over, or its file is closed; the lock is nobody's then
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/parked.inc';
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\{delay, run, timeout};
$path = temp_path('flock');
$holder = fopen($path, 'c');
flock($holder, LOCK_EX);
run(function () use ($path, $holder) {
    $first = parked(fn () => outcome(fn () => flock(fopen($path, 'c'), LOCK_EX)));
    $second = parked(fn () => outcome(fn () => flock(fopen($path, 'c'), LOCK_SH)));
    $third = fopen($path, 'c');
    $closed = parked(fn () => outcome(function () use ($third) {
        return [flock($third, LOCK_EX, $would_block), $would_block];
    }));
    $second->cancel();
    echo $second->await(), "\n";
    fclose($third);
    echo $closed->await(), "\n";
    $first->cancel();
    echo $first->await(), "\n";
    echo outcome(fn () => timeout(0.001, fn () => flock(fopen($path, 'c'), LOCK_EX))), "\n";

    $last = fopen($path, 'c');
    $closed = parked(fn () => outcome(fn () => flock($last, LOCK_EX)));
    fclose($last); // the first in line, too
    echo $closed->await(), "\n";
    flock($holder, LOCK_UN);
    var_dump(flock($holder, LOCK_EX | LOCK_NB));
});

echo "-- those that need no turn\n";
run(function () use ($path, $holder) {
    flock($holder, LOCK_SH);
    $shares = fopen($path, 'c');
    $writer = parked(fn () => flock(fopen($path, 'c'), LOCK_EX));
    var_dump(flock($shares, LOCK_SH), flock($holder, LOCK_SH), flock(fopen($path, 'c'), LOCK_EX | LOCK_NB, $would_block), $would_block);
    flock($shares, LOCK_UN);
    var_dump(flock($holder, LOCK_SH)); // the writer had been promised it, in vain
    fclose($holder);
    var_dump($writer->await());
});
?>
--EXPECT--
CancelledError(Requested): The task was cancelled
returned [false,0]
CancelledError(Requested): The task was cancelled
TimeoutException: Not finished within 0.001 seconds <- CancelledError(Deadline): The task was cancelled
returned false
bool(true)
-- those that need no turn
bool(true)
bool(true)
bool(false)
int(1)
bool(true)
bool(true)
