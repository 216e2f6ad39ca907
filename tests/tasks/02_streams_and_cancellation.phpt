--TEST--
tasks, promise 2: nothing that was taken from a stream is lost by a cancellation or a deadline: half a line, half of what was asked for, is read by who comes next
--FILE--
<?php
require __DIR__ . '/../inc/outcome.inc';
require_once __DIR__ . '/../inc/parked.inc';
use function Uvstream\{delay, timeout};

$long = str_repeat('0123456789', 3000);
$reads = [
    'fgets' => fn ($stream) => fgets($stream),
    'fgets, at most' => fn ($stream) => fgets($stream, 100_000),
    'stream_get_line' => fn ($stream) => stream_get_line($stream, 100_000, "\n"),
    'stream_get_contents' => fn ($stream) => stream_get_contents($stream),
    'stream_get_contents, at most' => fn ($stream) => stream_get_contents($stream, 100_000),
];
$ends = [
    'cancelled' => function (callable $read, callable $then) {
        $task = parked($read);
        $then();
        $task->cancel();
        return outcome(fn () => $task->await());
    },
    'out of time' => function (callable $read, callable $then) {
        $task = parked(fn () => timeout(0.05, $read));
        $then();
        return outcome(fn () => $task->await());
    },
];
foreach ($ends as $how => $end) {
    echo "-- $how\n";
    foreach ($reads as $name => $read) {
        foreach ([['first half, ', 'second half'], [$long, $long], ["before it\nfirst, ", 'second']] as [$first, $second]) {
            [$stream, $peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
            $whole = "$first$second\n";
            $got = '';
            if (strlen($first) < 30 && str_contains($first, "\n")) { // the buffer has something before, and half a line
                fwrite($peer, $first);
                $got = fgets($stream);
                $first = '';
            }
            $told = $end(fn () => $read($stream), function () use ($peer, $first) {
                for (; $first !== ''; $first = substr($first, 5000)) {
                    fwrite($peer, substr($first, 0, 5000));
                    delay(0.001);
                }
            });
            if (!str_starts_with($told, $how === 'cancelled' ? 'CancelledError(Requested)' : 'TimeoutException')) echo "$name: $told\n";
            fwrite($peer, "$second\n");
            stream_socket_shutdown($peer, STREAM_SHUT_WR);
            $got .= stream_get_contents($stream);
            if ($got !== $whole) echo "$name: ", strlen($got), ' of ', strlen($whole), "\n";
        }
    }
}

echo "-- one who waits behind it gets it\n";
[$stream, $peer] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$line = parked(fn () => fgets($stream));
fwrite($peer, 'half a line');
delay(0.01);
$any = parked(fn () => fread($stream, 100));
$line->cancel();
echo $any->await(), "\n";
?>
--EXPECT--
-- cancelled
-- out of time
-- one who waits behind it gets it
half a line
