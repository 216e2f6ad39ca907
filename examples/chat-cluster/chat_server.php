<?php
// One process of the chat. What was said is in Redis, in a stream: a process keeps nothing that the others do not have.
declare(strict_types=1);

use Uvstream\{CancelledError, Channel, Group, Task};
use function Uvstream\{delay, group, shield, spawn};

final class ChatServer
{
    private const STREAM = 'chat';
    private const KEPT = 10_000;  // messages, for who comes back
    private const LONGEST = 1000; // bytes of a line
    private const BEHIND = 1000;  // messages that a client may be: then it is let go, and comes back

    /** Says it, unless that number of the name's is said already: who has lost his connection sends again what may be lost. */
    private const SAY = <<<'LUA'
        if tonumber(ARGV[2]) <= tonumber(redis.call('GET', KEYS[2]) or 0) then return 0 end
        redis.call('SET', KEYS[2], ARGV[2], 'EX', 86400)
        return redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], '*', 'name', ARGV[1], 'number', ARGV[2], 'text', ARGV[3])
        LUA;

    private Redis $redis;
    /** Of the last message that the listeners have. */
    private string $last;
    /** @var array<int, Channel<array{string, string}>> what each of those who listen has still to be sent: ids and lines */
    private array $listeners = [];
    /** @var array<int, Task> a task for each connection */
    private array $serving = [];

    /** @param string $address of Redis, HOST:PORT or the path of a socket */
    public function __construct(private string $address)
    {
        $this->redis = $this->connected();
        $this->last = array_key_last($this->lines($this->redis->xRevRange(self::STREAM, '+', '-', 1))) ?? '0-0';
    }

    /** @param resource $listener */
    public function serve($listener): void
    {
        spawn($this->follow(...));
        for ($id = 0;; ++$id) {
            $connection = @stream_socket_accept($listener, -1);
            if ($connection) {
                $this->serving[$id] = spawn($this->connection(...), $id, $connection);
            }
        }
    }

    /** Lets the clients go, one after the other: they should not all come back at once. */
    public function dismiss(): void
    {
        foreach ($this->serving as $task) {
            $task->cancel();
            delay(0.005);
        }
    }

    private function connected(): Redis
    {
        $redis = new Redis();
        $colon = strrpos($this->address, ':');
        $colon ? $redis->connect(substr($this->address, 0, $colon), (int) substr($this->address, $colon + 1), 5)
            : $redis->connect($this->address);
        $redis->setOption(Redis::OPT_READ_TIMEOUT, 15);
        return $redis;
    }

    /** Hands out what is said, by whichever process. A Redis that has gone is waited for. */
    private function follow(): never
    {
        for (;; delay(0.1)) {
            try {
                $this->redis = $this->connected();
                for ($reader = $this->connected();;) {
                    $news = $this->list(@$reader->xRead([self::STREAM => $this->last], 1000, 5000));
                    $this->handOut($this->lines($news[self::STREAM] ?? []));
                }
            } catch (RedisException) {
                // again
            }
        }
    }

    /** @param array<string, string> $lines */
    private function handOut(array $lines): void
    {
        foreach ($lines as $id => $line) {
            $this->last = $id;
            foreach ($this->listeners as $listener => $news) {
                count($news) < self::BEHIND ? $news->send([$id, $line]) : $this->serving[$listener]->cancel();
            }
        }
    }

    /** @param resource $connection */
    private function connection(int $id, $connection): void
    {
        stream_set_timeout($connection, 86400);
        try {
            $greeting = rtrim((string) fgets($connection, self::LONGEST));
            if ($greeting === 'PING') { // HAProxy asks whether we are well
                @fwrite($connection, shield(fn () => @$this->redis->ping()) ? "PONG\n" : '');
            } elseif (preg_match('~^JOIN (\w{1,32})(?: (\d{1,15}-\d{1,10}))?$~', $greeting, $found)) {
                group(function (Group $both) use ($id, $connection, $found): void {
                    $both->spawn(function () use ($both, $connection, $found): void {
                        $this->speak($connection, $found[1]);
                        $both->cancel();
                    });
                    $this->listen($id, $connection, $found[1], $found[2] ?? null);
                    $both->cancel();
                });
            }
        } catch (CancelledError | RedisException) {
            // It comes back, here or elsewhere, and misses nothing.
        } finally {
            unset($this->serving[$id], $this->listeners[$id]);
            fclose($connection);
        }
    }

    /** @param resource $connection */
    private function speak($connection, string $name): void
    {
        while (preg_match('~^(\d{1,15}) (.+?)\r?\n$~D', (string) @fgets($connection, self::LONGEST), $found)) {
            // All tasks share this connection: an exchange that were cancelled half-way would break it for the others.
            $keys = [self::STREAM, "chat:$name"];
            $said = shield(fn () => @$this->redis->eval(self::SAY, [...$keys, $name, $found[1], $found[2], self::KEPT], 2));
            if ($said === false) {
                return; // Redis cannot take it
            }
        }
    }

    /**
     * Sends what has been said since then: first what is in Redis, then what comes.
     *
     * @param resource $connection
     */
    private function listen(int $id, $connection, string $name, ?string $since): void
    {
        /** @var Channel<array{string, string}> $news */
        $news = new Channel(self::BEHIND);
        $this->listeners[$id] = $news;
        $since ??= $this->last;
        [$number] = $this->list(shield(fn () => @$this->redis->mGet(["chat:$name"])));
        $out = 'WELCOME ' . (is_string($number) ? $number : 0) . " $since\n";
        while (@fwrite($connection, $out)) {
            $kept = $this->lines(shield(fn () => @$this->redis->xRange(self::STREAM, $since, '+', 1000)));
            $out = isset($kept[$since]) || $since === '0-0' ? '' : "LOST\n"; // it was away too long
            unset($kept[$since]);
            if (!$kept) {
                break;
            }
            $since = array_key_last($kept);
            $out .= implode($kept);
        }
        while ($out === '' || @fwrite($connection, $out)) {
            $out = '';
            do {
                [$next, $line] = $news->receive();
                if (strnatcmp($next, $since) > 0) { // not what came from Redis, or from a process that was ahead of this one
                    [$since, $out] = [$next, $out . $line];
                }
            } while (count($news));
        }
    }

    /**
     * What Redis answers, unless it refuses, as it does while it loads what it has kept: that is false.
     *
     * @return array<mixed>
     */
    private function list(mixed $answer): array
    {
        return is_array($answer) ? $answer : throw new RedisException('Redis refuses');
    }

    /** @return array<string, string> by their ids */
    private function lines(mixed $messages): array
    {
        $lines = [];
        /** @var array{name: string, number: string, text: string} $message */
        foreach ($this->list($messages) as $id => $message) {
            $lines[(string) $id] = "$id $message[name] $message[number] $message[text]\n";
        }
        return $lines;
    }
}
