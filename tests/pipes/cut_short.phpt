--TEST--
what a call had taken from a pipe when its wait was cancelled is read by who comes next
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{delay, run};

$long = str_repeat('0123456789', 2500);
$calls = [
    'fgets' => [fn ($pipe) => fgets($pipe), ['half', ' of it', $long]],
    'fread' => [fn ($pipe) => fread($pipe, 100000), []],
    'stream_get_contents' => [fn ($pipe) => stream_get_contents($pipe), ["one\n", 'two', $long]],
    'stream_get_contents with a length' => [fn ($pipe) => stream_get_contents($pipe, 100000), ['one', $long]],
    'stream_get_line' => [fn ($pipe) => stream_get_line($pipe, 100000, "\n"), ['half', ' of it', $long]],
    'fgetcsv' => [fn ($pipe) => fgetcsv($pipe, null, ',', '"', ''), ["\"one\ntwo", "\nthree", "\n$long\n"]],
    'fscanf' => [fn ($pipe) => fscanf($pipe, '%s'), ['ha', 'lf']],
];
foreach ($calls as $name => [$call, $pieces]) {
    run(function () use ($name, $call, $pieces) {
        [$from, $to] = pipe_ends();
        $task = parked(fn () => $call($from));
        foreach ($pieces as $piece) {
            fwrite($to, $piece);
            for ($i = 0; $i < 5; ++$i) delay(0);
        }
        $task->cancel();
        try {
            $task->await();
            echo "not cancelled\n";
        } catch (Uvstream\CancelledError) {
        }
        fwrite($to, "end\n");
        fclose($to);
        $all = implode($pieces) . "end\n";
        $got = stream_get_contents($from);
        echo "$name: ", $got === $all ? "all\n" : strlen($got) . ' of ' . strlen($all) . "\n";
    });
}
echo 'stream_copy_to_stream: ';
run(function () {
    [$from, $to] = pipe_ends();
    [$other, $full] = pipe_ends();
    stream_set_blocking($full, false);
    while (fwrite($full, str_repeat('x', 100000)));
    stream_set_blocking($full, true);
    fwrite($to, "not written\n");
    $task = parked(fn () => stream_copy_to_stream($from, $full));
    $task->cancel();
    outcome_of($task);
    fclose($to);
    echo fgets($from);
});
?>
--EXPECT--
fgets: all
fread: all
stream_get_contents: all
stream_get_contents with a length: all
stream_get_line: all
fgetcsv: all
fscanf: all
stream_copy_to_stream: not written
