--TEST--
seeing: with uvstream.dump_signal the script's own signals end its waits as ever, right behind a dump, too; pcntl_signal() may take it over
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (!is_dir('/proc/self/fd')) die('skip needs /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

foreach (['true', 'false'] as $asynchronous) {
    $process = new Watched('
        pcntl_async_signals(' . $asynchronous . ');
        pcntl_signal(SIGTERM, function () { echo "the handler\n"; });
        $server = stream_socket_server("tcp://127.0.0.1:0");
        echo "accepts\n";
        var_dump(@stream_socket_accept($server, 20));
        pcntl_signal_dispatch();
        pcntl_signal(SIGUSR2, function () { echo "the script\'s own\n"; });
        pcntl_async_signals(true);
        posix_kill(getmypid(), SIGUSR2);
        echo "ends\n";', ['uvstream.dump_signal=SIGUSR2']);
    $process->line();
    await_sleep($process->pid);
    $process->signal(SIGUSR2);
    $process->await_log('/\{main\}.*\n/');
    await_sleep($process->pid);
    $process->signal(SIGTERM);
    echo $process->rest(), substr_count($process->log, '{main}'), " dump\n";
}
?>
--EXPECT--
the handler
bool(false)
the script's own
ends
1 dump
bool(false)
the handler
the script's own
ends
1 dump
