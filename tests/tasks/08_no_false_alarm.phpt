--TEST--
tasks, promise 8: no alarm while somebody waits for the kernel, a timer or a look-up, or {main} computes
--FILE--
<?php
use Uvstream\{Channel, Task};
use function Uvstream\{delay, run, spawn, timeout};
require __DIR__ . '/../inc/sockets.inc';

/** What a task waits for before it wakes {main}. */
[$server, $address] = listen_on();
[$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$child = proc_open([PHP_BINARY, '-n', '-r', 'usleep(50_000); echo "x";'], [1 => ['pipe', 'w']], $pipes);
$waits = [
    'a timer' => fn () => delay(0.01),
    'usleep' => fn () => usleep(10_000),
    'a deadline' => function () {
        try {
            timeout(0.01, fn () => (new Channel)->receive());
        } catch (Uvstream\TimeoutException) {
        }
    },
    'await with a limit' => function () {
        $for_ever = spawn(fn () => (new Channel)->receive());
        try {
            $for_ever->await(0.01);
        } catch (Uvstream\TimeoutException) {
            $for_ever->cancel();
        }
    },
    'a pipe of a process' => fn () => fread($pipes[1], 1),
    'a look-up' => fn () => @stream_socket_client('tcp://localhost:1', $code, $text, 10),
    'a read with a time limit' => function () use ($ours) {
        stream_set_timeout($ours, 0, 10_000);
        fread($ours, 1);
    },
    'a selection' => function () use ($ours) {
        $read = [$ours];
        $none = null;
        stream_select($read, $none, $none, 0, 10_000);
    },
    'a connect' => function () {
        [$busy, $held] = busy_address();
        @stream_socket_client($busy, $code, $text, 0.05);
    },
    'an accept with a time limit' => fn () => @stream_socket_accept($server, 0.01),
];
foreach ($waits as $name => $wait) {
    $channel = new Channel;
    run(function () use ($channel, $wait, $name) {
        spawn(fn () => (new Channel)->receive())->name = 'stuck'; // for ever
        spawn(function () use ($channel, $wait, $name) {
            $wait();
            $channel->send("woken after $name\n");
        });
        echo $channel->receive();
        foreach (Uvstream\tasks() as $task) $task->cancel();
    });
}
?>
--EXPECT--
woken after a timer
woken after usleep
woken after a deadline
woken after await with a limit
woken after a pipe of a process
woken after a look-up
woken after a read with a time limit
woken after a selection
woken after a connect
woken after an accept with a time limit
