<?php
declare(strict_types=1);

use Uvstream\{Channel, Task};
use function Uvstream\{delay, spawn};

/**
 * Hands connections on to a port of 127.0.0.1, in tasks of its own, and what comes back only when the scenario says so.
 * Connections count from 0, as they come.
 */
final class HoldingProxy
{
    public readonly int $port;
    /** @var list<Task> */
    private array $tasks = [];
    /** @var array<int, resource> to the clients */
    private array $clients = [];
    private bool $holds = false;
    /** @var array<int, true> of those that have been let go since */
    private array $released = [];
    /** @var array<int, Channel> of those whose answer is kept back */
    private array $kept = [];

    public function __construct(int $to)
    {
        [$server, $this->port] = silent_listener();
        $this->tasks[] = spawn(function () use ($server, $to) {
            for ($n = 0; $client = stream_socket_accept($server, -1); $n++) {
                $this->clients[$n] = $client;
                $peer = stream_socket_client("tcp://127.0.0.1:$to");
                $this->tasks[] = spawn(fn () => $this->copy($client, $peer, fn () => null));
                $this->tasks[] = spawn(fn () => $this->copy($peer, $client, fn () => $this->keep($n)));
            }
        });
    }

    /** From here on each connection's next answers are kept back. */
    public function hold(): void
    {
        $this->holds = true;
        $this->released = [];
    }

    /** Returns once so many connections have an answer that is kept back. */
    public function await(int $count): void
    {
        for ($tries = 0; count($this->kept) < $count; $tries++) {
            delay(0.001);
            $tries < 10_000 || throw new RuntimeException(count($this->kept) . " of $count answers have come");
        }
    }

    /** Lets go of one connection's answer; all: of all, and nothing is kept back any more. */
    public function release(?int $n = null): void
    {
        $this->holds = $this->holds && $n !== null;
        foreach ($n === null ? array_keys($this->kept) : [$n] as $one) {
            $this->released[$one] = true;
            $this->kept[$one]->send(true);
            unset($this->kept[$one]);
        }
    }

    /** Ends a connection, with what is kept back of it. */
    public function hangUp(int $n): void
    {
        fclose($this->clients[$n]);
    }

    public function close(): void
    {
        array_map(fn (Task $task) => $task->cancel(), $this->tasks);
    }

    private function copy($from, $to, callable $before): void
    {
        stream_set_timeout($from, 1000);
        while (is_resource($from) && ($data = (string) @fread($from, 65536)) !== '') {
            $before();
            if (!is_resource($to) || @fwrite($to, $data) === false) {
                return;
            }
        }
        is_resource($to) && stream_socket_shutdown($to, STREAM_SHUT_WR);
    }

    private function keep(int $n): void
    {
        if ($this->holds && !isset($this->released[$n])) {
            ($this->kept[$n] = new Channel(1))->receive();
        }
    }
}
