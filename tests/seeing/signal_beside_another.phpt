--TEST--
seeing: a signal of the script's that comes at once with the dump's ends an accept, as it does alone, also without pcntl_async_signals()
--EXTENSIONS--
pcntl
posix
--SKIPIF--
<?php if (PHP_OS_FAMILY !== 'Linux') die('skip looks at /proc'); ?>
--FILE--
<?php
require __DIR__ . '/../inc/seeing.inc';

const CODE = <<<'CODE'
    pcntl_signal(SIGTERM, function () { echo "handled\n"; });
    $server = stream_socket_server('tcp://127.0.0.1:0');
    echo "ready\n";
    var_dump(@stream_socket_accept($server, 60));
    pcntl_signal_dispatch();
    CODE;

foreach ([[SIGUSR2, SIGTERM], [SIGTERM]] as $signals) {
    $its = new Watched(CODE, ['uvstream.dump_signal=SIGUSR2']);
    $its->line();
    await_sleep($its->pid);
    $its->signal(SIGSTOP);
    while (!preg_match('/^State:\s*T/m', file_get_contents("/proc/$its->pid/status"))) usleep(1000);
    foreach ($signals as $signal) $its->signal($signal);
    $its->signal(SIGCONT);
    echo $its->rest(), str_contains($its->log, 'to accept at') ? "dumped\n" : '';
}
?>
--EXPECT--
bool(false)
handled
dumped
bool(false)
handled
