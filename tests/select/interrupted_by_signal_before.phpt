--TEST--
select: a signal that came before the call does not end it
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_file('/proc/self/stat')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/children.inc';
require __DIR__ . '/../inc/select.inc';
among_idle_streams();
[$a, $b] = unix_pair();
pcntl_signal(SIGUSR1, function () { echo "handled\n"; });
posix_kill(getmypid(), SIGUSR1);
echo select_line([$a], null, null, 0, 20_000), "\n";
pcntl_signal_dispatch();
// Ignored, blocked and default-ignored signals do not end it, nor being stopped and continued
pcntl_signal(SIGUSR2, SIG_IGN);
pcntl_sigprocmask(SIG_BLOCK, [SIGUSR1]);
$us = getmypid();
$child = in_child(function () use ($us, $b) {
    foreach ([SIGUSR2, SIGUSR1, SIGURG, SIGCHLD, SIGSTOP] as $signal) {
        await_sleep($us);
        posix_kill($us, $signal);
    }
    while (!preg_match('/\) T/', file_get_contents("/proc/$us/stat")));
    posix_kill($us, SIGCONT);
    await_sleep($us);
    fwrite($b, 'x');
});
echo select_line(['k' => $a], null, null, null), "\n";
ended($child);
pcntl_sigprocmask(SIG_UNBLOCK, [SIGUSR1]);
pcntl_signal_dispatch();
?>
--EXPECT--
0: [] null null
handled
1: ["k"] null null
handled
