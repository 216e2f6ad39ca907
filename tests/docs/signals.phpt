--TEST--
docs/signals.md: its servers answer, and stop by SIGTERM; that of tasks answers what is in flight
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/documents.inc';
foreach (blocks_run_by(__FILE__, 'docs/signals.md') as $server) {
    $process = proc_open(php_command($server), [1 => ['pipe', 'w']], $pipes);
    $client = stream_socket_client('tcp://' . rtrim(fgets($pipes[1])));
    if (!str_contains($server, 'Uvstream')) $answer = fgets($client);
    $pid = proc_get_status($process)['pid'];
    await_sleep($pid);
    posix_kill($pid, SIGTERM);
    $answer ??= fgets($client);
    var_dump(preg_match('/^\d\d:\d\d:\d\d$/', $answer));
    echo stream_get_contents($pipes[1]);
    var_dump(proc_close($process));
    unset($answer);
}
run_page('docs/signals.md');
?>
--EXPECT--
int(1)
stopped
int(0)
int(1)
stopped
int(0)
int(1)
stopped
int(0)
docs/signals.md: done
