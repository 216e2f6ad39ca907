--TEST--
exec(), shell_exec(), system(), passthru() and backticks let other tasks run while their command says nothing
--EXTENSIONS--
posix
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
require __DIR__ . '/pipes.inc';
use function Uvstream\{run, spawn};

[$path, $both] = fifo();
$command = 'read line < ' . escapeshellarg($path) . '; echo "$line"';
$calls = [
    'exec' => fn () => [exec($command, $all, $code), $all, $code],
    'shell_exec' => fn () => shell_exec($command),
    'backticks' => function () use ($command) { return @eval('return `$command`;'); }, // (deprecated since PHP 8.5)
    'system' => fn () => system($command),
    'passthru' => fn () => passthru($command),
    'popen' => fn () => fgets(popen($command, 'r')),
];
foreach ($calls as $name => $call) {
    run(function () use ($name, $call, $both) {
        $task = parked($call);
        echo "$name: the others run, ";
        fwrite($both, "a line\n");
        echo outcome_of($task), "\n";
    });
}
?>
--EXPECT--
exec: the others run, ["a line",["a line"],0]
shell_exec: the others run, "a line\n"
backticks: the others run, "a line\n"
system: the others run, a line
"a line"
passthru: the others run, a line
null
popen: the others run, "a line\n"
