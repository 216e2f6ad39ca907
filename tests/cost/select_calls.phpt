--TEST--
stream_select() on 400 streams, one of them ready: a look at the loop, no registration changed, nothing else polled
--EXTENSIONS--
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/failing_calls.inc'; skip_without_strace(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$trace = tempnam(sys_get_temp_dir(), 'uvs');
$code = <<<'PHP'
for ($i = 0; $i < 400; ++$i) [$streams[], $peers[]] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$w = $e = null;
for ($round = 0; $round < 220; ++$round) {
    fwrite($peers[$round % 7], 'x');
    $r = $streams;
    if ($round === 20 || $round === 219) posix_getppid(); // marks for the trace
    if (stream_select($r, $w, $e, 5) !== 1) exit(1);
    fread(current($r), 1);
}
exit(7);
PHP;
$none = [];
$process = proc_open(['strace', '-f', '-e', 'trace=epoll_wait,epoll_pwait,epoll_ctl,poll,ppoll,select,pselect6,getppid', '-o', $trace,
    ...php_command($code)], [], $none);
var_dump(proc_close($process));
[, $steady] = preg_split('/^.*getppid.*$/m', file_get_contents($trace));
unlink($trace);
preg_match_all('/^\d+ +(\w+)\((.*)/m', $steady, $calls, PREG_SET_ORDER);
$looks = $waits = $others = 0;
foreach ($calls as [$line, $call, $rest]) {
    if ($call === 'epoll_wait' || $call === 'epoll_pwait') ++$looks;
    elseif (str_contains($call, 'poll') && str_contains($rest, '}], 1, ')) ++$waits; // on the loop alone
    elseif (++$others < 10) echo "$line\n";
}
var_dump($looks >= 199 && $looks < 210, $waits < 40);
?>
--EXPECT--
int(7)
bool(true)
bool(true)
