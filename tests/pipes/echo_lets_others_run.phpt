--TEST--
echo to a pipe that nobody reads lets other tasks run, all of it arrives in one piece, and in {main} it is as on stock PHP
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
use function Uvstream\run;

$scripts = [
    'in {main}' => 'for ($i = 0; $i < 3; ++$i) echo str_repeat((string) $i, 100000); fwrite(STDERR, "done\n");',
    'in tasks' => 'Uvstream\run(function () {
        for ($i = 0; $i < 3; ++$i) Uvstream\spawn(function () use ($i) { echo str_repeat((string) $i, 100000); });
        Uvstream\spawn(function () { fwrite(STDERR, "runs meanwhile\n"); });
    });',
    'with fwrite()' => 'Uvstream\run(function () {
        Uvstream\spawn(function () { echo str_repeat("0", 100000); });
        Uvstream\spawn(function () { fwrite(STDOUT, str_repeat("1", 100000)); });
        Uvstream\spawn(function () { print(str_repeat("2", 100000)); });
        Uvstream\spawn(function () { fwrite(STDERR, "runs meanwhile\n"); });
    });',
    'within buffers' => 'Uvstream\run(function () {
        $one = Uvstream\spawn(function () { ob_start(); echo str_repeat("0", 100000); ob_end_flush(); });
        Uvstream\spawn(function () { fwrite(STDERR, "started\n"); });
        $one->await();
        echo str_repeat("1", 100000);
        ob_start(); echo str_repeat("2", 100000); ob_flush(); ob_end_clean();
    });',
    'cancelled' => 'Uvstream\run(function () {
        $task = Uvstream\spawn(function () { try { echo str_repeat("0", 1 << 20); } finally { fwrite(STDERR, "finally\n"); } });
        Uvstream\delay(0);
        $task->cancel();
        try { $task->await(); } catch (Uvstream\CancelledError) { }
    });',
    'while it tidies up' => 'Uvstream\run(function () {
        $task = Uvstream\spawn(function () { try { Uvstream\delay(60); } finally { echo str_repeat("0", 100000); } });
        Uvstream\delay(0);
        $task->cancel();
    });',
    'a fatal error' => 'ini_set("display_errors", 1); ini_set("html_errors", 0); ini_set("log_errors", 0);
        Uvstream\run(function () {
            Uvstream\spawn(function () { Uvstream\delay(0); fwrite(STDERR, "not to be seen\n"); });
            Uvstream\spawn(function () { trigger_error(str_repeat("0", 200000), E_USER_WARNING); eval("class A {} class A {}"); });
        });',
];
foreach ($scripts as $name => $script) {
    $process = proc_open(php_command($script), [1 => ['pipe', 'w'], ['pipe', 'w']], $pipes);
    if (str_contains($script, 'meanwhile') || $name === 'cancelled') echo "$name: ", fgets($pipes[2]);
    $output = stream_get_contents($pipes[1]);
    $lengths = [];
    for ($i = 0; $i < strlen($output); $i += $length) {
        $length = strspn($output, $output[$i], $i);
        if ($length > 999) $lengths[] = "$output[$i] $length times";
    }
    if ($name === 'cancelled') $lengths = [strlen($output) > 0 ? 'a part' : 'nothing'];
    echo "$name: ", implode(', ', $lengths), '; ', stream_get_contents($pipes[2]) ?: "\n";
    proc_close($process);
}
?>
--EXPECT--
in {main}: 0 100000 times, 1 100000 times, 2 100000 times; done
in tasks: runs meanwhile
in tasks: 0 100000 times, 1 100000 times, 2 100000 times; 
with fwrite(): runs meanwhile
with fwrite(): 0 100000 times, 1 100000 times, 2 100000 times; 
within buffers: 0 100000 times, 1 100000 times, 2 100000 times; started
cancelled: finally
cancelled: a part; 
while it tidies up: 0 100000 times; 
a fatal error: 0 200000 times; 
