--TEST--
a script that has closed its standard input, as a daemon does: the loop does not take the number
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$code = <<<'PHP'
fclose(STDIN);
$server = stream_socket_server('tcp://localhost:0');
echo readlink('/proc/' . getmypid() . '/fd/0') === false ? 'none' : readlink('/proc/' . getmypid() . '/fd/0'), "\n";
PHP;
$process = proc_open(php_command($code), [1 => ['pipe', 'w']], $pipes);
echo preg_replace('/:\[\d+\]/', '', stream_get_contents($pipes[1]));
var_dump(proc_close($process));
?>
--EXPECT--
socket
int(0)
