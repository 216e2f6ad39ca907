--TEST--
waits of C code in {main}, without tasks, give what they give on stock PHP
--EXTENSIONS--
pcntl
posix
sysvsem
sysvmsg
--FILE--
<?php
require __DIR__ . '/../inc/child_php.inc';
$code = <<<'CODE'
    require $argv[1] . '/children.inc';
    require $argv[1] . '/temp_path.inc';
    function say(mixed ...$values): void { echo json_encode($values), "\n"; }
    $path = temp_path('lock');
    say(proc_close(proc_open('exit 3', [], $pipes)), pclose(popen('exit 4', 'w')), pclose(popen('exit 5', 'r')));
    say(exec('echo a; exit 6', $lines, $code), $lines, $code, shell_exec('echo b'), @eval('return `echo c`;'));
    say(system('echo d; exit 7', $code), $code);
    passthru('echo e; kill -9 $$', $code);
    say($code, pcntl_waitpid(1, $status), pcntl_get_last_error() === PCNTL_ECHILD);
    $pid = in_child(fn () => exit(9));
    say(pcntl_waitpid($pid, $status, 0, $usage) === $pid, pcntl_wexitstatus($status), isset($usage['ru_nvcsw']));
    $pid = in_child(fn () => exit(10));
    say(pcntl_wait($status) === $pid, pcntl_wexitstatus($status), pcntl_wait($status));
    $a = fopen($path, 'c');
    $b = fopen($path, 'c');
    say(flock($a, LOCK_EX), flock($b, LOCK_EX | LOCK_NB, $would_block), $would_block, flock($a, LOCK_UN), flock($b, LOCK_SH));
    flock($b, LOCK_UN);
    say(file_put_contents($path, 'x', LOCK_EX | FILE_APPEND));
    $key = ftok(__FILE__ === '' ? '/' : $argv[1], 'v') ^ getmypid();
    $semaphore = sem_get($key);
    say(sem_acquire($semaphore), sem_acquire(sem_get($key), true), sem_release($semaphore), sem_remove($semaphore), @sem_acquire($semaphore));
    $queue = msg_get_queue($key);
    say(msg_send($queue, 3, ['x']), msg_receive($queue, 0, $type, 100, $message), $type, $message);
    say(msg_receive($queue, 0, $type, 100, $message, true, MSG_IPC_NOWAIT, $error) , $error === MSG_ENOMSG);
    msg_remove_queue($queue);
    say(@msg_send($queue, 1, 'y'));
    pcntl_sigprocmask(SIG_BLOCK, [SIGUSR2]);
    posix_kill(getmypid(), SIGUSR2);
    say(pcntl_sigtimedwait([SIGUSR2], $info, 5), $info['signo'], pcntl_sigtimedwait([SIGUSR2], $info, 0, 1000));
    try { // (later PHPs refuse it)
        say(@pcntl_sigtimedwait([SIGUSR2], $info, 0, -1));
    } catch (ValueError $e) {
        say($e->getMessage());
    }
    posix_kill(getmypid(), SIGUSR2);
    say(pcntl_sigwaitinfo([SIGUSR2], $info), $info['code']);
    CODE;
$outputs = [];
foreach ([php_with_options(), php_without_uvstream()] as $command) {
    $file = tempnam(sys_get_temp_dir(), 'uvs');
    file_put_contents($file, "<?php\n$code");
    $process = proc_open([...$command, $file, __DIR__ . '/../inc'], [1 => ['pipe', 'w'], 2 => ['redirect', 1]], $pipes);
    $outputs[] = stream_get_contents($pipes[1]);
    proc_close($process);
    unlink($file);
}
echo $outputs[0] === $outputs[1] ? "the same\n" : "with:\n$outputs[0]without:\n$outputs[1]";
echo substr_count($outputs[0], "\n"), " lines\n", preg_match('/Fatal|Parse/', $outputs[0]) ? $outputs[0] : '';
?>
--EXPECTF--
the same
%d lines
