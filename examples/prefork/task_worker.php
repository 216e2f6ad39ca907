<?php
// A child of examples/prefork.php with --tasks: one process, a task for each connection.
declare(strict_types=1);

require_once __DIR__ . '/../inc/task_server.php';

use function Uvstream\{run, spawn};

final class TaskWorker
{
    /**
     * @param resource $listener
     * @param resource $lifeline
     * @param Closure(string, string, string): array{int, string} $app
     */
    public function __construct(
        private $listener,
        private $lifeline,
        private float $grace,
        private Closure $app,
        private float $deadline,
    ) {
    }

    /** @param int[] $blocked Signals that are blocked yet: none is lost before its handler stands. */
    public function run(array $blocked): void
    {
        $server = new TaskServer($this->listener, $this->app);
        foreach ([SIGTERM, SIGINT, SIGUSR1] as $signal) {
            pcntl_signal($signal, $server->stop(...));
        }
        pcntl_signal(SIGUSR2, fn () => say("$server->served requests, " . $server->connections() . ' connections'));
        pcntl_async_signals(true);
        pcntl_sigprocmask(SIG_UNBLOCK, $blocked);
        register_shutdown_function(fn () => say("leaves after $server->served requests"));
        run(function () use ($server): void {
            $watching = spawn(function () use ($server): void {
                stream_set_timeout($this->lifeline, 0x7fffffff);
                fread($this->lifeline, 1); // at its end when we are to leave
                $server->stop();
            });
            fwrite($this->lifeline, "ready\n");
            $server->serve($this->deadline, $this->grace, function () use ($server, $watching): void {
                $watching->cancel();
                fclose($this->lifeline);
                say('stops accepting, has ' . $server->connections() . ' connections to finish');
                posix_kill(posix_getppid(), SIGCHLD); // if it was not the master who told us: it starts another
            });
        });
    }
}
