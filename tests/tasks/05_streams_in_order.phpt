--TEST--
tasks, promise 5: those who wait for a stream are served in order, and none comes before them
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require __DIR__ . '/../inc/sockets.inc';
require_once __DIR__ . '/../inc/parked.inc';
use function Uvstream\delay;

echo "-- readers\n";
[$stream, $peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
foreach (['a', 'b', 'c'] as $name) $tasks[$name] = parked(fn () => trim(fgets($stream)));
$cancelled = parked(fn () => fgets($stream));
$tasks['d'] = parked(fn () => trim(fgets($stream)));
$cancelled->cancel();
fwrite($peer, "1\n");
fwrite($peer, "2\n3\n"); // of which one reads the other's into the buffer
fwrite($peer, "4\n5\n");
$tasks['{main}'] = trim(fgets($stream)); // what is there already is not for it
foreach ($tasks as $name => $task) echo "$name: ", is_string($task) ? $task : $task->await(), "\n";
echo outcome(fn () => $cancelled->await()), "\n";

echo "-- who is cancelled has taken nothing, not even of a line of which half has come\n";
$task = parked(fn () => fgets($stream));
fwrite($peer, 'half');
while (!str_starts_with($task->where(), 'waits')) delay(0);
delay(0.001);
$next = parked(fn () => fgets($stream));
$task->cancel();
while (!$task->isDone()) delay(0);
fwrite($peer, " and half\n");
echo trim($next->await()), '; ', outcome(fn () => $task->await()), "\n";

echo "-- what has come by then is read nevertheless\n";
$task = parked(fn () => outcome(fn () => fgets($stream)) . ', ' . outcome(fn () => fgets($stream)));
fwrite($peer, "in time\n");
$task->cancel();
echo $task->await(), "\n";
$task = parked(fn () => outcome(fn () => fgets($stream)));
$task->cancel();
fwrite($peer, "after it\n");
echo $task->await(), "\n";
stream_set_blocking($stream, false);
var_dump(fgets($stream));
stream_set_blocking($stream, true);

echo "-- acceptors\n";
[$server, $address] = listen_on();
$tasks = [];
foreach (['a', 'b', 'c'] as $name) {
    $tasks[$name] = parked(fn () => fgets(stream_socket_accept($server, 60)));
}
foreach ([1, 2, 3] as $number) {
    $clients[] = $client = stream_socket_client($address);
    fwrite($client, "$number\n");
}
$got = array_map(fn ($task) => trim($task->await()), $tasks);
sort($got);
echo implode(' ', $got), "\n";

?>
--EXPECT--
-- readers
a: 1
b: 2
c: 3
d: 4
{main}: 5
CancelledError(Requested): The task was cancelled
-- who is cancelled has taken nothing, not even of a line of which half has come
half and half; CancelledError(Requested): The task was cancelled
-- what has come by then is read nevertheless
returned "in time\n", CancelledError(Requested): The task was cancelled
returned "after it\n"
bool(false)
-- acceptors
1 2 3
