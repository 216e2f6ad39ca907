--TEST--
seeing: dump() has {main}, runs, groups and tasks as a tree, and of each what it waits for, where, since when, and who has that
--FILE--
<?php
use Uvstream\Channel;
use function Uvstream\{delay, dump, first, group, run, spawn, tasks};
require __DIR__ . '/../inc/seeing.inc';
require __DIR__ . '/../inc/temp_path.inc';

$outside = spawn(fn () => delay(60));
$outside->name = 'outside';
run(function () use ($outside) {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $accepts = spawn(fn () => [stream_socket_accept($server, -1), stream_socket_accept($server, -1)]);
    $accepts->name = 'server';
    $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    delay(0);
    $local = stream_socket_server('unix://' . ($path = temp_path('dump')));
    $udp = stream_socket_server('udp://127.0.0.1:0', flags: STREAM_SERVER_BIND);
    $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $full = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $channel = new Channel;
    $waits = [
        fn () => fread($client, 1),
        fn () => stream_socket_accept($local, 60),
        fn () => stream_socket_recvfrom($udp, 10),
        fn () => fgets($pair[0]),
        fn () => fread($pair[0], 1),
        fn () => fwrite($full[0], str_repeat('x', 10_000_000)),
        fn () => sleep(60),
        fn () => $outside->await(),
        fn () => $channel->receive(),
        fn () => (new Channel)->send(1),
        fn () => Fiber::suspend(),
    ];
    foreach ($waits as $wait) spawn($wait);
    spawn(function () use ($pair) {
        $read = [$pair[1]];
        $write = $except = null;
        stream_select($read, $write, $except, 60);
    });
    spawn(fn () => group(function ($group) {
        $group->spawn(fn () => first([fn () => delay(60)]));
        $group->spawn(fn () => null);
        $group->spawn(fn () => null);
    }, 1));
    spawn(fn () => run(function () {
        spawn(fn () => delay(60))->name = 'inner';
    }));
    for ($i = 0; $i < 4; ++$i) delay(0);
    spawn(fn () => null);
    echo without_numbers(dump());
    foreach (tasks() as $task) $task->cancel();
});
?>
--EXPECTF--
uvstream: process N, 22 tasks
{main} runs in Uvstream\dump() at dump_tree.php:49
  the script's tasks:
    task #1 "outside" waits for another T s in Uvstream\delay() at dump_tree.php:7, for T s
  run:
    task #2 "server" waits to accept at tcp://127.0.0.1:PORT in stream_socket_accept() at dump_tree.php:11, for T s
    task #3 waits to read tcp://127.0.0.1:PORT in fread() at dump_tree.php:21, for T s
    task #4 waits to accept at unix://%s in stream_socket_accept() at dump_tree.php:22, for T s
    task #5 waits to read udp://127.0.0.1:PORT in stream_socket_recvfrom() at dump_tree.php:23, for T s
    task #6 waits to read a unix socket without a name in fgets() at dump_tree.php:24, for T s
    task #7 waits for its turn behind task #6 in fread() at dump_tree.php:25, for T s
    task #8 waits to write a unix socket without a name in fwrite() at dump_tree.php:26, for T s
    task #9 waits for another T s in sleep() at dump_tree.php:27, for T s
    task #10 waits for task #1 "outside" in Uvstream\Task::await() at dump_tree.php:28, for T s
    task #11 waits for a value of channel in Uvstream\Channel::receive() at dump_tree.php:29, for T s
    task #12 waits for room in channel in Uvstream\Channel::send() at dump_tree.php:30, for T s
    task #13 waits for its Fiber to be resumed in Fiber::suspend() at dump_tree.php:31, for T s
    task #14 waits for one of several streams in stream_select() at dump_tree.php:37, for T s
    task #15 waits for 3 tasks that it has opened a scope for (task #17, task #18, task #19) in Uvstream\group() at dump_tree.php:39, for T s
      group, 1 at a time:
        task #17 waits for 1 task that it has opened a scope for (task #21) in Uvstream\first() at dump_tree.php:40, for T s
          first:
            task #21 waits for another T s in Uvstream\delay() at dump_tree.php:40, for T s
        task #18 waits for its turn in a group with a limit, for T s
        task #19 waits for its turn in a group with a limit, for T s
    task #16 waits for 1 task that it has opened a scope for (task #20 "inner") in Uvstream\run() at dump_tree.php:44, for T s
      run:
        task #20 "inner" waits for another T s in Uvstream\delay() at dump_tree.php:45, for T s
    task #22 has not begun at dump_tree.php:48, for T s
