--TEST--
tasks/pool.php: ten jobs share three connections
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$process = proc_open([...php_with_options(), __DIR__ . '/../../examples/tasks/pool.php'], [1 => ['pipe', 'w']], $pipes);
echo preg_replace('/:\d+$/', ':PORT', fgets($pipes[1]));
preg_match_all('/^job (\d+) by connection (\d+)$/m', stream_get_contents($pipes[1]), $found);
echo implode(' ', $found[1]), "\n";
$used = array_count_values($found[2]);
ksort($used);
echo implode(' ', array_keys($used)), "\n";
var_dump(proc_close($process));
?>
--EXPECT--
A server that is slow on 127.0.0.1:PORT
1 2 3 4 5 6 7 8 9 10
1 2 3
int(0)
