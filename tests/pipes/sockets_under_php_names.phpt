--TEST--
sockets under STDIN, STDOUT, php://fd and proc_open() let other tasks run, and so does a terminal
--EXTENSIONS--
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\run;

$code = <<<'PHP'
    Uvstream\run(function () {
        $read = Uvstream\spawn(fn () => fgets(STDIN));
        Uvstream\delay(0);
        fwrite(STDOUT, "it waits\n");
        fwrite(STDOUT, 'read ' . $read->await());
        $large = Uvstream\spawn(fn () => fwrite(fopen('php://stdout', 'w'), str_repeat('x', 1 << 20)));
        Uvstream\delay(0);
        fwrite(STDERR, $large->isDone() ? "written\n" : "it waits\n");
        $large->await();
    });
    PHP;
foreach (['socket' => ['socket'], 'pipe' => null] as $name => $spec) {
    run(function () use ($name, $spec, $code) {
        $specs = [$spec ?? ['pipe', 'r'], $spec ?? ['pipe', 'w'], ['pipe', 'w']];
        $process = proc_open(php_command($code), $specs, $pipes);
        $line = parked(fn () => fgets($pipes[1]));
        echo "$name: ", $line->await();
        fwrite($pipes[0], "a line\n");
        echo '  ', fgets($pipes[1]), '  ', fgets($pipes[2]);
        echo '  ', strlen(stream_get_contents($pipes[1])), ', ', fgets($pipes[2]) ?: 'nothing', "\n";
        $open = $pipes[1];
        proc_close($process);
    });
}

echo 'php://fd: ';
run(function () {
    [$ours, $theirs] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
    $name = 'php://fd/' . descriptor_of($ours);
    $copy = fopen($name, 'r+');
    $file = new SplFileObject($name, 'r+');
    $write = parked(fn () => fwrite($copy, str_repeat('x', 1 << 20)));
    echo strlen(stream_get_contents($theirs, 1 << 20)), ' ', $write->await(), ' ';
    $read = parked(fn () => $file->fgets());
    fwrite($theirs, "a line\n");
    echo $read->await();
});
?>
--EXPECT--
socket: it waits
  read a line
  it waits
  1048576, nothing
pipe: it waits
  read a line
  it waits
  1048576, nothing
php://fd: 1048576 1048576 a line
