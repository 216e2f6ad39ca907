--TEST--
every function that reads from a pipe lets other tasks run until there is something
--EXTENSIONS--
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{run, spawn};

$target = tmpfile();
$reads = [
    'fgets' => fn ($pipe) => fgets($pipe),
    'fread' => fn ($pipe) => fread($pipe, 100),
    'fgetc' => fn ($pipe) => fgetc($pipe),
    'stream_get_line' => fn ($pipe) => stream_get_line($pipe, 100, "\n"),
    'stream_get_contents' => fn ($pipe) => stream_get_contents($pipe),
    'stream_get_contents with a length' => fn ($pipe) => stream_get_contents($pipe, 3),
    'fpassthru' => fn ($pipe) => fpassthru($pipe),
    'fgetcsv' => fn ($pipe) => fgetcsv($pipe, null, ',', '"', ''),
    'fscanf' => fn ($pipe) => fscanf($pipe, '%s'),
    'stream_copy_to_stream' => fn ($pipe) => stream_copy_to_stream($pipe, $target),
    'stream_select' => function ($pipe) {
        $read = [$pipe];
        $none = null;
        return [stream_select($read, $none, $none, null), fgets($pipe)];
    },
    'SplFileObject' => fn ($pipe) => (new SplFileObject('php://fd/' . descriptor_of($pipe)))->fgets(),
    'file_get_contents' => fn ($pipe) => file_get_contents('php://fd/' . descriptor_of($pipe)),
    'readfile' => fn ($pipe) => readfile('php://fd/' . descriptor_of($pipe)),
    'a filter' => fn ($pipe) => stream_filter_append($pipe, 'string.toupper', STREAM_FILTER_READ) ? fgets($pipe) : 0,
];

foreach ($reads as $name => $read) {
    run(function () use ($name, $read) {
        [$input, $output] = echoing();
        $task = parked(fn () => $read($output));
        echo "$name: ", $task->isDone() ? 'did not wait' : 'waits', ', ';
        fwrite($input, "a line\n");
        fclose($input);
        echo outcome_of($task), "\n";
    });
}

echo "the end to write: ";
run(function () {
    [$from, $to] = pipe_ends();
    echo outcome_of(spawn(fn () => [@fread($to, 10), @fwrite($from, 'x'), error_get_last()['message']])), "\n";
});
?>
--EXPECT--
fgets: waits, "a line\n"
fread: waits, "a line\n"
fgetc: waits, "a"
stream_get_line: waits, "a line"
stream_get_contents: waits, "a line\n"
stream_get_contents with a length: waits, "a l"
fpassthru: waits, a line
7
fgetcsv: waits, ["a line"]
fscanf: waits, ["a"]
stream_copy_to_stream: waits, 7
stream_select: waits, [1,"a line\n"]
SplFileObject: waits, "a line\n"
file_get_contents: waits, "a line\n"
readfile: waits, a line
7
a filter: waits, "A LINE\n"
the end to write: [false,false,"fwrite(): Write of 1 bytes failed with errno=9 Bad file descriptor"]
