--TEST--
Opening a FIFO waits for the other end while other tasks run, also one that opens that
--EXTENSIONS--
posix
--FILE--
<?php
require_once __DIR__ . '/../inc/waits.inc';
require_once __DIR__ . '/../inc/descriptors.inc';
use function Uvstream\{run, spawn, timeout, delay};

function fifo(string $name): string
{
    posix_mkfifo($path = temp_path($name), 0600);
    return $path;
}
run(function () {
    // Either may come first.
    foreach (['r' => 'w', 'w' => 'r', 'rb' => 'a'] as $mine => $theirs) {
        $path = fifo("fifo-$mine");
        $first = spawn(fn () => fopen($path, $mine));
        let_wait($first);
        $second = fopen($path, $theirs);
        [$reads, $writes] = $mine[0] === 'r' ? [$first->await(), $second] : [$second, $first->await()];
        fwrite($writes, "through $mine\n");
        echo fgets($reads);
        var_dump(stream_get_meta_data($writes)['blocked']);
    }
    $path = fifo('fifo-contents');
    $text = spawn(fn () => file_get_contents($path));
    let_wait($text);
    file_put_contents($path, 'whole');
    echo $text->await(), "\n";

    // Many, each waiting for its own.
    $paths = array_map(fn ($i) => fifo("fifo-$i"), range(1, 40));
    $tasks = array_map(fn ($path) => spawn(fn () => fopen($path, 'r')), $paths);
    let_wait(...$tasks);
    foreach (array_reverse($paths) as $path) kept([fopen($path, 'w')]);
    foreach ($tasks as $task) kept([$task->await()]);
    echo count($tasks), " met\n";

    // One that is cut short lets nobody else through.
    foreach (['r' => 'w', 'w' => 'r'] as $mode => $other) {
        $path = fifo("fifo-several-$mode");
        $tasks = array_map(fn () => spawn(fn () => fopen($path, $mode)), range(1, 3));
        let_wait(...$tasks);
        $cut = array_pop($tasks);
        $cut->cancel();
        echo result_or_class(fn () => $cut->await());
        for ($i = 0; $i < 50; ++$i) delay(0.001);
        foreach ($tasks as $task) echo $task->isDone() ? ' went through' : ' waits';
        kept([fopen($path, $other)]);
        foreach ($tasks as $task) echo ' ', get_debug_type($task->await());
        echo "\n";
    }

    // Cut short: nothing is left open; also where the file is gone, and another is there.
    foreach (['r', 'w'] as $mode) {
        $before = count_descriptors();
        $path = fifo("fifo-cut-$mode");
        $task = spawn(fn () => fopen($path, $mode));
        let_wait($task);
        $task->cancel();
        unlink($path);
        touch($path);
        echo result_or_class(fn () => $task->await()), ' ';
        unlink($path);
        posix_mkfifo($path, 0600);
        echo result_or_class(fn () => timeout(0.001, fn () => fopen($path, $mode))), "\n";
        if (count_descriptors() > $before) echo "a descriptor is left\n";
        $first = spawn(fn () => fopen($path, $mode));
        let_wait($first);
        fopen($path, $mode === 'r' ? 'w' : 'r');
        echo get_debug_type($first->await()), "\n";
    }
});
?>
--EXPECT--
through r
bool(true)
through w
bool(true)
through rb
bool(true)
whole
40 met
Uvstream\CancelledError waits waits resource (stream) resource (stream)
Uvstream\CancelledError waits waits resource (stream) resource (stream)
Uvstream\CancelledError Uvstream\TimeoutException
resource (stream)
Uvstream\CancelledError Uvstream\TimeoutException
resource (stream)
