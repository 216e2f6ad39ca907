--TEST--
seeing: dump() of thousands of tasks that wait for one channel, or in one line, looks for none of them by going through all
--FILE--
<?php
use Uvstream\Channel;
use function Uvstream\{delay, dump, run, spawn, tasks};

/** The processor's time so far, in microseconds. */
function used(): int
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000 + $usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec'];
}

/** How much of it a dump of so many tasks takes, in the least of some tries. */
function takes(int $tasks, callable $wait): int
{
    for ($i = 0; $i < $tasks; ++$i) spawn($wait);
    delay(0);
    delay(0);
    $least = PHP_INT_MAX;
    for ($try = 0; $try < 5; ++$try) {
        $from = used();
        $lines = substr_count(dump(), "\n");
        $least = min($least, used() - $from);
    }
    if ($lines !== $tasks + 3) echo "$lines lines\n";
    foreach (tasks() as $task) $task->cancel();
    delay(0);
    return $least;
}

run(function () {
    $channel = new Channel;
    spawn(fn () => $channel->receive()); // and has ended
    $channel->send(1);
    delay(0);
    [$stream, $other] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    foreach (['channel' => fn () => $channel->receive(), 'line' => fn () => fread($stream, 1)] as $name => $wait) {
        [$few, $many] = [max(1, takes(200, $wait)), takes(6400, $wait)];
        // 32 times as many: it was 1000 times as long.
        echo $name, ': ', $many < 200 * $few ? 'fine' : "$few us, $many us", "\n";
    }
});
?>
--EXPECT--
channel: fine
line: fine
