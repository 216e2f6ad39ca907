--TEST--
seeing: stats() and metrics() count tasks by their end, waits in place and how long they took, timers, accepts, look-ups; metrics() says what strands wait for
--FILE--
<?php
use Uvstream\Channel;
use function Uvstream\{delay, metrics, run, spawn, stats, tasks};

function metric(string $name): ?string
{
    preg_match('/^uvstream_' . preg_quote($name) . ' (.*)$/m', metrics(), $found);
    return $found[1] ?? null;
}

run(function () {
    $server = stream_socket_server('tcp://127.0.0.1:0');
    $client = stream_socket_client('tcp://' . stream_socket_get_name($server, false));
    $channel = new Channel;
    spawn(fn () => 'returns');
    try {
        spawn(fn () => throw new Exception)->await();
    } catch (Exception) {
    }
    spawn(fn () => delay(60))->cancel();
    $cancelled = spawn(fn () => delay(60));
    delay(0);
    $cancelled->cancel();
    delay(0);
    $accepted = stream_socket_accept($server);
    $waits = [fn () => fread($client, 1), fn () => fread($accepted, 1), fn () => $channel->receive(), fn () => (new Channel)->send(1),
        fn () => delay(60), fn () => sleep(60), fn () => @stream_socket_client('tcp://a-name.invalid:1'),
        function () use ($client) { [$r, $w, $e] = [[$client], null, null]; stream_select($r, $w, $e, 60); },
        fn () => run(fn () => spawn(fn () => Fiber::suspend()))];
    foreach ($waits as $wait) $last = spawn($wait);
    spawn(fn () => $last->await());
    delay(0);
    delay(0);
    foreach (['tasks_live', 'tasks_spawned_total', 'tasks_ended_total', 'tasks_failed_total', 'tasks_cancelled_total', 'accepted_total',
              'lookups_in_flight', 'handshakes_failed_total', 'accept_pauses_total'] as $name) echo "$name ", metric($name), "\n";
    foreach (['read', 'write', 'select', 'lookup', 'time', 'task', 'scope', 'receive', 'send', 'fiber'] as $for) {
        echo "waiting for $for: ", metric("strands_waiting{for=\"$for\"}"), "\n";
    }
    $stats = stats();
    foreach (['tasks', 'spawned', 'ended', 'failed', 'cancelled', 'accepted', 'lookups'] as $key) echo "$key => $stats[$key]\n";

    $before = stats();
    ob_start(function () { usleep(30_000); return ''; });
    ob_end_clean();
    delay(0.001);
    $after = stats();
    echo "in place: ", $after['waits_in_place'] - $before['waits_in_place'], "\n";
    var_dump($after['seconds_in_place'] - $before['seconds_in_place'] >= 0.03, metric('in_place_seconds_total') >= 0.03);
    var_dump($after['timers'] - $before['timers'], $after['timer_lag'] > 0, $after['timer_lag_longest'] <= $after['timer_lag']);
    var_dump(metric('loop_lag_seconds_count') === (string) $after['timers']);
    foreach (tasks() as $task) $task->cancel();
});
?>
--EXPECT--
tasks_live 11
tasks_spawned_total 15
tasks_ended_total 4
tasks_failed_total 1
tasks_cancelled_total 2
accepted_total 1
lookups_in_flight 1
handshakes_failed_total 0
accept_pauses_total 0
waiting for read: 2
waiting for write: 0
waiting for select: 1
waiting for lookup: 1
waiting for time: 2
waiting for task: 1
waiting for scope: 1
waiting for receive: 1
waiting for send: 1
waiting for fiber: 1
tasks => 11
spawned => 15
ended => 4
failed => 1
cancelled => 2
accepted => 1
lookups => 1
in place: 1
bool(true)
bool(true)
int(1)
bool(true)
bool(true)
bool(true)
