--TEST--
seeing: dump() of thousands of tasks that wait for one channel, or in one line, looks for none of them by going through all
--FILE--
<?php
require __DIR__ . '/../inc/processor_time.inc';
use Uvstream\Channel;
use function Uvstream\{delay, dump, run, spawn, tasks};

/** How long the processor is at a dump of so many tasks, in the shortest of some tries. */
function takes(int $tasks, callable $wait): float
{
    for ($i = 0; $i < $tasks; ++$i) spawn($wait);
    delay(0);
    delay(0);
    $least = INF;
    for ($try = 0; $try < 5; ++$try) {
        $from = processor_time();
        $lines = substr_count(dump(), "\n");
        $least = min($least, processor_time() - $from);
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
        [$few, $many] = [max(1e-6, takes(200, $wait)), takes(6400, $wait)];
        // 32 times as many: it was 1000 times as long.
        echo $name, ': ', $many < 200 * $few ? 'fine' : "$few s, $many s", "\n";
    }
});
?>
--EXPECT--
channel: fine
line: fine
