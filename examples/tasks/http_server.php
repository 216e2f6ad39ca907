<?php
// An HTTP/1.1 server, a task for each connection, that stops gracefully: on SIGTERM or SIGINT it accepts nobody any more,
// and lets go of connections without a request. Requests that have begun get GRACE seconds, and then are cancelled.
// Usage: bin/run examples/tasks/http_server.php [ADDRESS [GRACE]]
declare(strict_types=1);

require __DIR__ . '/../inc/http.php';

use Uvstream\{CancelledError, TimeoutException};
use function Uvstream\{delay, run, spawn, tasks, timeout};

final class Server
{
    private const REQUEST_SECONDS = 10; // for all of it: who sends a byte now and then does not hold us for ever
    private const END_SECONDS = 2;

    private bool $stopping = false;
    /** @var array<int, resource> Connections on which no request has begun. */
    private array $idle = [];

    /** @param Closure(string, string, string): array{int, string} $app */
    public function __construct(private Closure $app)
    {
    }

    public function stop(): void
    {
        $this->stopping = true;
    }

    /** @param resource $listener */
    public function serve($listener, float $grace): void
    {
        while (!$this->stopping) {
            $this->take(@stream_socket_accept($listener, -1)); // a signal ends it, once its handler has run
        }
        while ($this->take(@stream_socket_accept($listener, 0))); // who is in the queue already
        fclose($listener);
        foreach ($this->idle as $connection) {
            stream_socket_shutdown($connection, STREAM_SHUT_RD); // its reader is at its end, behind what has come
        }
        try {
            timeout($grace, fn () => array_map(fn ($task) => $task->await(), tasks()));
        } catch (TimeoutException) {
            array_map(fn ($task) => $task->cancel('The server stops'), tasks());
        }
    }

    /** @param resource|false $connection */
    private function take($connection): bool
    {
        if (!$connection) {
            return false;
        }
        $this->idle[get_resource_id($connection)] = $connection;
        spawn(function () use ($connection): void {
            try {
                $this->connection($connection);
            } catch (TimeoutException) {
                // a request that was too slow
            } finally {
                unset($this->idle[get_resource_id($connection)]);
                fclose($connection);
            }
        });
        return true;
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
        } while (!$last);
        // Closing with anything unread would be a reset, which may destroy the response under way: the client closes first.
        stream_socket_shutdown($connection, STREAM_SHUT_WR);
        timeout(self::END_SECONDS, function () use ($connection): void {
            while (@fread($connection, 8192));
        });
    }
}

/** @return array{int, string} */
function application(string $method, string $target, string $body): array
{
    if (preg_match('~^/delay/(\d{1,3})$~', $target, $found)) {
        try {
            delay((float) $found[1]);
        } catch (CancelledError $e) {
            return [503, $e->getMessage() . "\n"];
        }
    }
    return [200, "$method $target '$body'\n"];
}

$listener = stream_socket_server($argv[1] ?? 'tcp://127.0.0.1:0', $errno, $errstr) ?: exit("$errstr ($errno)\n");
$server = new Server(application(...));
pcntl_async_signals(true);
foreach ([SIGTERM, SIGINT] as $signal) {
    pcntl_signal($signal, $server->stop(...));
}
echo 'It serves on http://', stream_socket_get_name($listener, false), "/\n";
run($server->serve(...), $listener, (float) ($argv[2] ?? 5));
echo "stopped\n";
