--TEST--
seeing: bin/uvstream-ps shows the tasks of another process that waits, computes, or waits in place, without changing what it does
--EXTENSIONS--
posix
--SKIPIF--
<?php if (!is_file('/proc/self/status')) die('skip needs /proc');
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

const CODE = [
    'waits' => 'fgets($pair[0]);',
    'computes' => 'while (!$done) for ($i = 0; $i < 1000; ++$i);',
    'waits in place' => 'ob_start(function () { sleep(60); return ""; }); ob_end_clean();',
];
foreach (CODE as $name => $code) {
    $process = new Watched('
        $done = false;
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        $task = Uvstream\spawn(function () use ($pair) { fgets($pair[1]); fwrite($pair[1], "answer\n"); });
        $task->name = "a \e[31mname";
        Uvstream\delay(0);
        echo "begins\n";
        ' . $code);
    $process->line();
    if ($name !== 'computes') await_sleep($process->pid);
    echo "-- $name\n", ps($process->pid), ps($process->pid) === ps($process->pid) ? "again\n" : "another\n";
    $process->kill();
}
$left = glob('/tmp/uvstream-ps.' . $process->pid . '.*');
var_dump($left);
?>
--EXPECT--
-- waits
uvstream: process N, 1 task
{main} waits to read a unix socket without a name in fgets() at Command line code:8, for T s
  the script's tasks:
    task #1 "a ?[31mname" waits to read a unix socket without a name in fgets() at Command line code:4, for T s
again
-- computes
uvstream: process N, 1 task
{main} runs at Command line code:8
  the script's tasks:
    task #1 "a ?[31mname" waits to read a unix socket without a name in fgets() at Command line code:4, for T s
again
-- waits in place
uvstream: process N, 1 task
{main} waits in sleep() at Command line code:8, and lets nobody else run, for T s
  the script's tasks:
    task #1 "a ?[31mname" waits to read a unix socket without a name in fgets() at Command line code:4, for T s
again
array(0) {
}
