<?php
// An HTTP/1.1 server, a task for each connection, and how it stops (docs/signals.md has the recipe).
declare(strict_types=1);

require_once __DIR__ . '/http.php';

use Uvstream\{CancelledError, Task, TimeoutException};
use function Uvstream\{delay, spawn, timeout};

final class TaskServer
{
    private const REQUEST_SECONDS = 10; // for all of it: who sends a byte now and then does not hold us for ever
    private const END_SECONDS = 2;

    public int $served = 0;
    private bool $stopping = false;
    private ?Task $accepting = null;
    /** @var array<int, Task> the tasks of connections */
    private array $serving = [];
    /** @var array<int, resource> connections on which no request has begun */
    private array $idle = [];

    /**
     * @param resource $listener
     * @param Closure(string, string, string): array{int, string} $app
     */
    public function __construct(private $listener, private Closure $app)
    {
    }

    public function connections(): int
    {
        return count($this->serving);
    }

    /** For a signal's handler, at any time: serve() goes on to its end. */
    public function stop(): void
    {
        $this->stopping = true;
        $this->accepting?->cancel();
    }

    /**
     * Serves until stop(), and returns when all connections have ended. Those without a request have $linger seconds
     * from then on for one that their client sends just as we stop. After $grace seconds the script ends.
     */
    public function serve(float $grace, float $linger = 1, ?Closure $stopsAccepting = null): void
    {
        $this->acceptUntilStopped();
        while ($this->take(@stream_socket_accept($this->listener, 0))); // who is in the queue already
        fclose($this->listener);
        $stopsAccepting === null || $stopsAccepting();
        $dismissing = spawn($this->dismissIdle(...), $linger);
        try {
            timeout($grace, fn () => array_map(fn ($task) => $task->await(), $this->serving));
            $dismissing->cancel();
        } catch (TimeoutException) {
            exit(0); // cancels what still waits: a CancelledError, with CancelReason::Shutdown
        }
    }

    private function acceptUntilStopped(): void
    {
        if ($this->stopping) {
            return;
        }
        $this->accepting = spawn(function (): void {
            for (;;) {
                $this->take(@stream_socket_accept($this->listener, -1));
            }
        });
        try {
            $this->accepting->await();
        } catch (CancelledError) {
            // by stop()
        }
    }

    /** @param resource|false $connection */
    private function take($connection): bool
    {
        if (!$connection) {
            return false;
        }
        $id = get_resource_id($connection);
        $this->idle[$id] = $connection;
        $this->serving[$id] = spawn(function () use ($connection, $id): void {
            try {
                $this->connection($connection);
            } catch (TimeoutException) {
                // a request that was too slow
            } finally {
                unset($this->idle[$id], $this->serving[$id]);
                fclose($connection);
            }
        });
        return true;
    }

    /** Connections without a request end; a request that has come by then is answered. */
    private function dismissIdle(float $after): void
    {
        delay($after);
        foreach ($this->idle as $connection) {
            stream_socket_shutdown($connection, STREAM_SHUT_RD); // its reader is at its end, behind what has come
        }
    }

    /** @param resource $connection */
    private function connection($connection): void
    {
        $in = '';
        do {
            if ($in === '') {
                $this->idle[get_resource_id($connection)] = $connection;
                $in = (string) @fread($connection, 8192); // waits default_socket_timeout seconds
                unset($this->idle[get_resource_id($connection)]);
            }
            $request = timeout(self::REQUEST_SECONDS, function () use ($connection, &$in): ?Request {
                return read_request($connection, $in);
            });
            if (!$request) {
                return;
            }
            $answer = $request->answer($this->app);
            $last = $request->close || $this->stopping;
            $response = $request->response($answer, $last);
            if (@fwrite($connection, $response) !== strlen($response)) { // (once cancelled, what fits without a wait)
                return;
            }
            $this->served++;
        } while (!$last);
        // Closing with anything unread would be a reset, which may destroy the response under way: the client closes first.
        stream_socket_shutdown($connection, STREAM_SHUT_WR);
        timeout(self::END_SECONDS, function () use ($connection): void {
            while (@fread($connection, 8192));
        });
    }
}
