--TEST--
tasks, promise 3: of a cancelled task the wait in progress and every later one fails until it ends, of each kind, also of no time; `finally` runs
--EXTENSIONS--
openssl
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/sockets.inc';
use Uvstream\{CancelledError, Channel, Task};
use function Uvstream\{all, delay, first, group, run, spawn, timeout};

[$stream, $peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
[$server, $address] = listen_on();
[$silent] = listen_on();
$plain = stream_socket_client($address);
[$busy, $held] = busy_address();
[$full, $its_peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
fill($full);

$never = fn () => (new Channel)->receive();
$waits = [
    'delay' => fn () => delay(60),
    'delay(0)' => fn () => delay(0),
    'delay, less than a microsecond' => fn () => delay(1e-9),
    'await' => fn () => spawn(fn () => delay(0))->await(),
    'await(0)' => fn () => spawn(fn () => delay(0))->await(0),
    'send' => fn () => (new Channel)->send(1),
    'receive' => $never,
    'foreach' => function () { foreach (new Channel as $value); },
    'group' => fn () => group(fn ($group) => $group->spawn(fn () => delay(0))),
    'all' => fn () => all([fn () => delay(0)]),
    'first' => fn () => first([fn () => delay(0)]),
    'run' => fn () => run(function () { spawn(fn () => delay(0)); }),
    'timeout' => fn () => timeout(60, fn () => delay(60)),
    'sleep' => fn () => sleep(60),
    'usleep' => fn () => usleep(60_000_000),
    // (Stock's own functions warn, too)
    'time_nanosleep' => fn () => time_nanosleep(60, 0),
    'stream_socket_client' => fn () => @stream_socket_client($busy, $code, $text, 60),
    'stream_socket_client, by name' => fn () => @stream_socket_client('tcp://localhost:1', $code, $text, 60),
    'fsockopen' => fn () => @fsockopen('127.0.0.1', (int) substr(strrchr($busy, ':'), 1), $code, $text, 60),
    'stream_socket_enable_crypto' => fn () => @stream_socket_enable_crypto($plain, true, STREAM_CRYPTO_METHOD_TLS_CLIENT),
    'file_get_contents' => fn () => @file_get_contents(str_replace('tcp', 'http', $address)),
    'fwrite' => fn () => fwrite($full, 'x'),
    'stream_socket_sendto' => fn () => stream_socket_sendto($full, 'x'),
    'fread' => fn () => fread($stream, 1),
    'fgets' => fn () => fgets($stream),
    'stream_get_contents' => fn () => stream_get_contents($stream),
    'stream_socket_recvfrom' => fn () => stream_socket_recvfrom($stream, 1),
    'stream_socket_accept' => fn () => stream_socket_accept($silent, 60),
    'stream_select' => function () use ($stream) { $r = [$stream]; $w = $e = []; stream_select($r, $w, $e, 60); },
];

run(function () use ($waits) {
    $told = [];
    $task = spawn(function () use ($waits, &$told) {
        try {
            try {
                delay(60);
            } catch (Exception) {
                echo "an Exception\n";
            } finally {
                $told[] = 'finally';
            }
        } catch (CancelledError $e) {
            $told[] = 'in progress: ' . chain_of($e);
        }
        foreach ($waits as $name => $wait) {
            try {
                $wait();
                $told[] = "$name: goes on";
            } catch (CancelledError $e) {
                if (chain_of($e) !== 'CancelledError(Requested): enough') $told[] = "$name: " . chain_of($e);
            }
        }
        // In a callback of the output's nobody can be switched to; a wait fails all the same
        ob_start(fn ($text) => outcome(fn () => delay(0)) . "\n" . outcome(fn () => delay(60)) . "\n");
        ob_end_flush();
        return 'it returns nevertheless';
    });
    while (!str_starts_with($task->where(), 'waits')) delay(0);
    $task->cancel('enough');
    $task->cancel('a second time');
    echo outcome(fn () => $task->await()), "\n";
    echo implode("\n", $told), "\n";
    $task->cancel('when it has ended');
    echo outcome(fn () => $task->await()), "\n";
});

echo "-- by itself\n";
$task = spawn(function () {
    Task::current()->cancel('by itself');
    echo "It goes on until it waits\n";
    try {
        delay(0);
        echo "Not here\n";
    } finally {
        echo "finally\n";
    }
});
echo outcome(fn () => $task->await()), "\n";

echo "-- what it does without waiting goes on\n";
$channel = new Channel(2);
$channel->send('held');
$done = spawn(fn () => 'done');
$done->await();
$task = spawn(function () use ($channel, $done) {
    Task::current()->cancel();
    $channel->send('there is room');
    $got = [$channel->receive(), $channel->receive(), $done->await(), run(fn () => 'run'), group(fn () => 'group')];
    $task = spawn(fn () => 'spawned'); // in {main}'s, and not cancelled with it
    return [...$got, $task];
});
$got = $task->await();
echo array_pop($got)->await(), ', ', implode(', ', $got), "\n";
?>
--EXPECT--
CancelledError(Requested): enough
CancelledError(Requested): enough
returned "it returns nevertheless"
finally
in progress: CancelledError(Requested): enough
returned "it returns nevertheless"
-- by itself
It goes on until it waits
finally
CancelledError(Requested): by itself
-- what it does without waiting goes on
spawned, held, there is room, done, run, group
