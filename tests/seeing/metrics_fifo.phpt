--TEST--
seeing: in metrics(), who opens a FIFO does not look up a name
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/parked.inc';
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\{metrics, run};

run(function () {
    posix_mkfifo($path = temp_path('fifo'), 0600);
    $task = parked(fn () => fopen($path, 'r'));
    preg_match_all('/^(?:uvstream_strands_waiting\{for="(?:lookup|read)"\}|uvstream_\w+_in_flight) \d+$/m', metrics(), $found);
    echo implode("\n", $found[0]), "\n";
    $task->cancel();
});
?>
--EXPECT--
uvstream_strands_waiting{for="read"} 1
uvstream_strands_waiting{for="lookup"} 0
uvstream_lookups_in_flight 0
uvstream_jobs_in_flight 0
