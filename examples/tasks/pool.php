<?php
// A connection pool by a Channel: ten jobs share at most three connections, each of which is opened when it is first needed.
// Usage: bin/run examples/tasks/pool.php
declare(strict_types=1);

use Uvstream\Channel;
use function Uvstream\{all, run, spawn};

final class Pool
{
    /** @var Channel<resource|null> Connections that nobody uses; null: one that is still to be opened. */
    private Channel $free;

    public function __construct(private string $address, int $size)
    {
        $this->free = new Channel($size);
        while ($size-- > 0) {
            $this->free->send(null);
        }
    }

    /**
     * Calls $fn with a connection that is its own meanwhile; waits for one if all are in use.
     *
     * @template T
     * @param Closure(resource): T $fn
     * @return T
     */
    public function use(Closure $fn): mixed
    {
        $connection = $this->free->receive();
        $good = null;
        try {
            $connection ??= stream_socket_client($this->address) ?: throw new RuntimeException('No connection');
            $result = $fn($connection);
            $good = $connection;
            return $result;
        } finally {
            // One that has failed or was cancelled may be in the midst of an answer: nobody else gets it. Its place is free.
            $this->free->send($good);
        }
    }
}

/** @param resource $server Answers each line with the connection's number. */
function serve($server): void
{
    for ($number = 1; $connection = stream_socket_accept($server, -1); ++$number) {
        spawn(function () use ($connection, $number): void {
            while (($line = fgets($connection)) !== false) {
                usleep(10_000);
                fwrite($connection, rtrim($line) . " by connection $number\n");
            }
        });
    }
}

run(function (): void {
    $server = stream_socket_server('tcp://127.0.0.1:0') ?: exit(1);
    $address = stream_socket_get_name($server, false);
    echo "A server that is slow on $address\n";
    $serving = spawn(serve(...), $server);
    $pool = new Pool("tcp://$address", 3);
    $jobs = [];
    foreach (range(1, 10) as $job) {
        $jobs[] = fn (): string => $pool->use(function ($connection) use ($job): string {
            fwrite($connection, "job $job\n");
            return (string) fgets($connection);
        });
    }
    echo implode('', all($jobs));
    $serving->cancel();
});
