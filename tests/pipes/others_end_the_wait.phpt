--TEST--
a read of a pipe ends by a cancellation, a time limit, a close, the end of the process; readers are served in order
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{delay, run, spawn, timeout};

echo "cancelled: ";
run(function () {
    [$input, $output] = echoing();
    $task = parked(fn () => fgets($output));
    $task->cancel();
    echo outcome_of($task), "\n";
    fwrite($input, "it goes on\n");
    echo fgets($output);
});

echo "a time limit: ";
run(function () {
    [$input, $output] = echoing();
    echo outcome_of(spawn(fn () => timeout(0.01, fn () => fgets($output)))), "\n";
    fwrite($input, "it goes on\n");
    echo fgets($output);
});
[$input, $output] = echoing();
try {
    timeout(0.01, fn () => fgets($output));
} catch (Uvstream\TimeoutException $error) {
    echo 'alone: ', $error->getMessage(), "\n";
}

echo "closed: ";
run(function () {
    [$input, $output] = echoing();
    $task = parked(fn () => fgets($output));
    fclose($output);
    echo outcome_of($task), is_resource($output) ? ', and it is open' : '', "\n";
});

echo "closed, and its number used again: ";
run(function () {
    [$ours, $to] = pipe_ends();
    $task = parked(fn () => fgets($ours));
    fclose($ours);
    [$new, $to_new] = pipe_ends();
    fwrite($to_new, "not for it\n");
    echo outcome_of($task), ', ', fgets($new);
});

echo "closed by pclose(): ";
run(function () {
    [$path, $both] = fifo();
    $command = popen('read line < ' . escapeshellarg($path) . '; exit 7', 'r');
    $task = parked(function () use ($command) {
        fgets($command);
        return 'woken';
    });
    fwrite($both, "end\n");
    $code = pclose($command);
    echo outcome_of($task), ", $code\n";
});

echo "closed by proc_close(): ";
run(function () {
    $process = proc_open(['cat'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
    $task = parked(function () use ($pipes) {
        fgets($pipes[1]);
        return 'woken';
    });
    $code = proc_close($process);
    echo outcome_of($task), ", $code\n";
});

echo "closed while it writes: ";
run(function () {
    [$from, $to] = pipe_ends();
    $task = parked(fn () => fwrite($to, str_repeat('x', 1 << 20)));
    fclose($to);
    $task->await();
    echo 'woken, ', is_resource($to) ? 'open' : 'closed', "\n";
});

echo "a killed process: ";
run(function () {
    [$input, $output, $process] = echoing();
    $task = parked(fn () => [fgets($output), feof($output)]);
    proc_terminate($process, 9);
    echo outcome_of($task), "\n";
});

echo "two readers, and two behind them:\n";
run(function () {
    [$input, $output] = echoing();
    $tasks = [];
    for ($i = 1; $i <= 4; ++$i) $tasks[] = parked(fn () => print("  $i: " . fgets($output)));
    fwrite($input, "one\ntwo\n");
    fwrite($input, "three\nfo");
    delay(0);
    fwrite($input, "ur\n");
    foreach ($tasks as $task) $task->await();
});

echo "a reader and a writer on one terminal or pipe: ";
run(function () {
    [$from, $to] = pipe_ends();
    $read = parked(fn () => fgets($from));
    spawn(fn () => fwrite($to, "both\n"));
    echo $read->await();
});
?>
--EXPECT--
cancelled: Uvstream\CancelledError: The task was cancelled
it goes on
a time limit: Uvstream\TimeoutException: Not finished within 0.01 seconds
it goes on
alone: Not finished within 0.01 seconds
closed: false
closed, and its number used again: false, not for it
closed by pclose(): "woken", 7
closed by proc_close(): "woken", 0
closed while it writes: woken, closed
a killed process: [false,true]
two readers, and two behind them:
  1: one
  2: two
  3: three
  4: four
a reader and a writer on one terminal or pipe: both
