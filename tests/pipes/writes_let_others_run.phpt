--TEST--
a write to a full pipe lets other tasks run; all of it arrives, in one piece, and large ones go both ways at once
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{all, run, spawn};

echo "a slow reader: ";
run(function () {
    [$from, $to] = pipe_ends();
    $text = random_bytes(1 << 20);
    $write = parked(fn () => fwrite($to, $text));
    for ($got = ''; strlen($got) < strlen($text);) $got .= fread($from, 1024);
    var_dump($write->await() === strlen($text), $got === $text);
});

echo "two writers: ";
run(function () {
    [$from, $to] = pipe_ends();
    $writes = [parked(fn () => fwrite($to, str_repeat('a', 200000))), parked(fn () => fwrite($to, str_repeat('b', 200000)))];
    $got = stream_get_contents($from, 400000);
    var_dump($got === str_repeat('a', 200000) . str_repeat('b', 200000));
    foreach ($writes as $write) var_dump($write->await());
});

echo "both ways through a process: ";
run(function () {
    $texts = [random_bytes(1 << 20), random_bytes(1 << 20), random_bytes(1 << 20)];
    $through = fn ($text) => function () use ($text) {
        [$input, $output, $process] = echoing();
        $write = spawn(function () use ($input, $text) {
            $sent = fwrite($input, $text);
            fclose($input);
            return $sent;
        });
        return [stream_get_contents($output) === $text, $write->await()];
    };
    echo json_encode(all(array_map($through, $texts))), "\n";
});

echo "by stream_copy_to_stream(): ";
run(function () {
    [$input, $output] = echoing();
    [$from, $to] = pipe_ends();
    $text = random_bytes(1 << 20);
    $copy = spawn(fn () => stream_copy_to_stream($from, $input, 1 << 20));
    $write = spawn(fn () => fwrite($to, $text));
    var_dump(stream_get_contents($output, 1 << 20) === $text, $copy->await(), $write->await());
});

echo "what does not block does not wait: ";
run(function () {
    [$from, $to] = pipe_ends();
    stream_set_blocking($from, false);
    stream_set_blocking($to, false);
    $task = spawn(function () use ($from, $to) {
        $read = [fread($from, 10), feof($from)];
        for ($sent = 0; $more = fwrite($to, str_repeat('x', 100000)); $sent += $more);
        return [$read, $sent > 0, $more, strlen(fread($from, 1000))];
    });
    echo outcome_of($task), "\n";
});

echo "nobody reads: ";
run(function () {
    set_error_handler(fn ($level, $text) => print preg_replace('/\d{5}/', 'N', $text) . ', ');
    [$from, $to] = pipe_ends();
    $write = parked(fn () => fwrite($to, str_repeat('x', 100000)));
    fclose($from);
    echo outcome_of($write) > 0 ? 'a part, ' : 'nothing, ', outcome_of(spawn(fn () => fwrite($to, str_repeat('x', 50000)))), "\n";
    restore_error_handler();
});
?>
--EXPECT--
a slow reader: bool(true)
bool(true)
two writers: bool(true)
int(200000)
int(200000)
both ways through a process: [[true,1048576],[true,1048576],[true,1048576]]
by stream_copy_to_stream(): bool(true)
int(1048576)
int(1048576)
what does not block does not wait: [["",false],true,0,1000]
nobody reads: fwrite(): Write of N bytes failed with errno=32 Broken pipe, a part, fwrite(): Write of N bytes failed with errno=32 Broken pipe, false
