--TEST--
tasks that wait for a pipe: exit(), a fatal error, a fork, the script's end; a wrapper and an error handler around one
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{delay, run, spawn};

$begin = 'use function Uvstream\{delay, run, spawn};
    $process = proc_open(["cat"], [["pipe", "r"], ["pipe", "w"]], $pipes);
    register_shutdown_function(function () { echo "shutdown, "; });
    $task = function () use ($pipes) { try { fgets($pipes[1]); } finally { echo "finally, "; } };
    spawn($task); delay(0);';
$scripts = [
    'exit' => 'exit(3);',
    'exit in a task' => 'spawn(function () { exit(4); }); delay(1);',
    'a fatal error' => 'ini_set("display_errors", 0); ini_set("log_errors", 0); (function () { eval("class A {} class A {}"); })();',
    'the end' => '',
    'closed, and the end' => 'fclose($pipes[1]);',
];
foreach ($scripts as $name => $end) {
    echo "$name: ";
    $process = proc_open(php_command($begin . $end), [1 => ['pipe', 'w']], $pipes);
    echo stream_get_contents($pipes[1]), proc_close($process), "\n";
}

echo "a fork in a task: ";
run(function () {
    [$input, $output] = echoing();
    $other = parked(fn () => fgets($output));
    [$from, $to] = pipe_ends();
    spawn(function () use ($from, $to, $input) {
        if (pcntl_fork() === 0) {
            fwrite($to, "the child reads and writes\n" . fgets($from));
            exit(0);
        }
        fwrite($to, "of the parent\n");
    })->await();
    pcntl_wait($status);
    echo fgets($from), '  ', fgets($from) ?: "nothing\n";
    fwrite($input, "its other task goes on\n");
    echo '  ', $other->await();
});

final class Around
{
    public $context;
    private $pipe;
    function stream_open($path, $mode, $options, &$opened) { $this->pipe = $GLOBALS['inner']; return true; }
    function stream_read($count) { return fgets($this->pipe); }
    function stream_eof() { return feof($this->pipe); }
    function stream_stat() { return []; }
}
echo "a wrapper: ";
stream_wrapper_register('around', Around::class);
run(function () {
    [$input, $GLOBALS['inner']] = echoing();
    $outer = fopen('around://', 'r');
    $read = parked(fn () => fgets($outer));
    fwrite($input, "through it\n");
    echo $read->await();
});

echo "an error handler that closes it: ";
run(function () {
    [$from, $to] = pipe_ends();
    fclose($from);
    set_error_handler(function () use ($to) {
        fclose($to);
        return true;
    });
    spawn(fn () => var_dump(fwrite($to, 'x'), is_resource($to)))->await();
    restore_error_handler();
});
?>
--EXPECT--
exit: shutdown, finally, 3
exit in a task: shutdown, finally, 4
a fatal error: shutdown, 255
the end: shutdown, finally, 0
closed, and the end: shutdown, finally, 0
a fork in a task: the child reads and writes
  of the parent
  its other task goes on
a wrapper: through it
an error handler that closes it: bool(false)
bool(false)
