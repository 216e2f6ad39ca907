--TEST--
seeing: dump() names the task that loads the class another one waits for, who is before it on a stream, and a name that is looked up, and a pipe
--FILE--
<?php
use function Uvstream\{delay, dump, run, spawn, tasks};
require __DIR__ . '/../inc/seeing.inc';

spl_autoload_register(fn ($class) => delay(60));
run(function () {
    [$one] = $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    spawn(fn () => class_exists('App\Wanted'))->name = 'loads';
    spawn(fn () => call_user_func('class_exists', 'App\Wanted'));
    spawn(fn () => @stream_socket_client('tcp://a-name.invalid:1'));
    spawn(fn () => fread($one, 8));
    $process = proc_open(['sleep', '60'], [1 => ['pipe', 'w']], $pipes);
    spawn(fn () => fgets($pipes[1]));
    delay(0);
    echo without_numbers(dump());
    foreach (tasks() as $task) $task->cancel();
    proc_terminate($process);
});
?>
--EXPECT--
uvstream: process N, 5 tasks
{main} runs in Uvstream\dump() at dump_who_has_it.php:15
  run:
    task #1 "loads" waits for another T s in Uvstream\delay() at dump_who_has_it.php:5, for T s
    task #2 waits for class app\wanted to be loaded by task #1 "loads" in class_exists() at dump_who_has_it.php:9, for T s
    task #3 waits for the look-up of a-name.invalid in stream_socket_client() at dump_who_has_it.php:10, for T s
    task #4 waits to read a unix socket without a name in fread() at dump_who_has_it.php:11, for T s
    task #5 waits to read a pipe in fgets() at dump_who_has_it.php:13, for T s
