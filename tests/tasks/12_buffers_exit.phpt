--TEST--
tasks, promise 12: a task's buffers at exit(), at a fatal error with the error in them, and above php.ini's
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';

/** What a child prints. */
function child(string $code, string ...$options): string
{
    $options = ['-d', 'html_errors=0', '-d', 'display_errors=1', '-d', 'log_errors=0', ...$options];
    $code = 'use function Uvstream\{delay, run, spawn}; ' . $code;
    $command = [...php_with_options(), ...$options, '-r', $code];
    $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    $output = stream_get_contents($pipes[1]);
    return trim($output) . ' (' . proc_close($process) . ")\n";
}

$others = 'ob_start(fn ($text) => "main($text)");
    spawn(function () {
        ob_start(fn ($text) => "other($text)");
        echo "parked";
        try { delay(100); } finally { echo ", unwound"; }
    });
    spawn(function () {
        ob_start(fn ($text) => "dying($text)");
        echo "x";
        delay(0);
        %s
    });
    delay(1);';

echo "-- exit\n", child(sprintf($others, 'exit(3);'));
echo "-- a fatal error\n", preg_replace('/\s+/', ' ', child(sprintf($others, 'eval("class A {} class A {}");'))), "\n";
echo "-- php.ini's\n", child('
    run(function () {
        foreach ([1, 2] as $i) {
            spawn(function () use ($i) {
                ob_start();
                echo "task $i";
                delay(0);
                fwrite(STDOUT, "first ");
                echo ob_get_level(), "\n";
            });
        }
    });', '-d', 'output_buffering=4096');
?>
--EXPECTF--
-- exit
main(dying(x)other(parked, unwound)) (3)
-- a fatal error
main(dying(x Fatal error: %s)) (255)%w
-- php.ini's
first first task 12
task 22 (0)
