--TEST--
docs/stopping.md: its server answers, and stops by SIGTERM
--EXTENSIONS--
pcntl
posix
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/child_php.inc';
preg_match('/```php\n(.*?)```/s', file_get_contents(__DIR__ . '/../../docs/stopping.md'), $found);
$process = proc_open(php_command($found[1]), [1 => ['pipe', 'w']], $pipes);
$address = 'tcp://' . rtrim(fgets($pipes[1]));
var_dump(preg_match('/^\d\d:\d\d:\d\d$/', fgets(stream_socket_client($address))));
$pid = proc_get_status($process)['pid'];
await_sleep($pid);
posix_kill($pid, SIGTERM);
echo stream_get_contents($pipes[1]);
var_dump(proc_close($process));
?>
--EXPECT--
int(1)
stopped
int(0)
