--TEST--
select goes on when the kernel registers no more descriptors (fs.epoll.max_user_watches, no memory)
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php require __DIR__ . '/../inc/failing_calls.inc'; skip_without_strace(); ?>
--FILE--
<?php
require __DIR__ . '/../inc/failing_calls.inc';
$code = <<<'PHP'
for ($i = 0; $i < 40; ++$i) [$streams[], $peers[]] = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$w = $e = null;
$found = [];
for ($round = 0; $round < 6; ++$round) {
    $r = $streams;
    if (stream_select($r, $w, $e, 0, 1000) !== 0) echo "ready too early\n";
    fwrite($peers[$round], 'x');
    $r = $streams;
    $found[] = stream_select($r, $w, $e, 20) . ' ' . key($r);
    fread(current($r), 1);
}
echo implode(', ', $found), "\n";
PHP;
run_with_failing('epoll_ctl:error=ENOSPC', $code);
run_with_failing('epoll_ctl:error=ENOMEM', $code);
run_with_failing('epoll_ctl:error=ENOSPC:when=2', $code);
?>
--EXPECT--
1 0, 1 1, 1 2, 1 3, 1 4, 1 5
epoll_ctl:error=ENOSPC: ends with 0
1 0, 1 1, 1 2, 1 3, 1 4, 1 5
epoll_ctl:error=ENOMEM: ends with 0
1 0, 1 1, 1 2, 1 3, 1 4, 1 5
epoll_ctl:error=ENOSPC:when=2: ends with 0
