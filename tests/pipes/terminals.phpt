--TEST--
a read of a terminal lets other tasks run
--SKIPIF--
<?php
if (!@proc_open('true', [['pty']], $pipes)) die('skip no pseudo terminals');
?>
--FILE--
<?php
require __DIR__ . '/pipes.inc';
use function Uvstream\{delay, run};

run(function () {
    $process = proc_open(['sh', '-c', 'stty -echo; echo ready; read line; echo "got $line"'], [['pty'], ['pty'], ['pty']], $pipes);
    echo fgets($pipes[1]);
    $read = parked(fn () => fgets($pipes[1]));
    fwrite($pipes[0], "a line\n");
    echo $read->await();
});
?>
--EXPECT--
ready
got a line
