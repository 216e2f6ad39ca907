--TEST--
seeing: uvstream.dump_signal works in the middle of PHP code that computes, and in a wait in place
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

const CODE = [
    'computes' => 'echo "begins\n"; while (!$done) for ($i = 0; $i < 1000; ++$i);',
    'in an output callback' => 'ob_start(function () { fwrite(STDOUT, "begins\n"); sleep(30); return ""; }); ob_end_clean();',
    'in a task that computes' => 'Uvstream\spawn(function () use (&$done) { echo "begins\n"; while (!$done) for ($i = 0; $i < 1000; ++$i); })->await();',
];
foreach (CODE as $name => $code) {
    $process = new Watched('
        pcntl_async_signals(true);
        $done = false;
        Uvstream\spawn(fn () => Uvstream\delay(60));
        Uvstream\delay(0);
        ' . $code, ['uvstream.dump_signal=12']);
    $process->line();
    if (!str_contains($name, 'computes')) await_sleep($process->pid);
    $process->signal(12);
    echo "-- $name\n", without_numbers($process->await_log('/uvstream: .*(\n.+)+\n\n/')[0]);
    $process->kill();
}
?>
--EXPECTF--
-- computes
uvstream: process N, 1 task
{main} runs at Command line code:6
  the script's tasks:
    task #1 waits for another T s in Uvstream\delay() at Command line code:4, for T s

-- in an output callback
uvstream: process N, 1 task
{main} waits in sleep() at Command line code:6, and lets nobody else run, for T s
  the script's tasks:
    task #1 waits for another T s in Uvstream\delay() at Command line code:4, for T s

-- in a task that computes
uvstream: process N, 2 tasks
{main} waits for task #2 in Uvstream\Task::await() at Command line code:6, for T s
  the script's tasks:
    task #1 waits for another T s in Uvstream\delay() at Command line code:4, for T s
    task #2 runs at Command line code:6

