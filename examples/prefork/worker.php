<?php
// A child of examples/prefork.php: one process, one loop, many connections.
declare(strict_types=1);

require_once __DIR__ . '/../inc/http.php';

/** What we wait for: the client to ask, to go on asking, to read, to close as we did. */
enum State
{
    case Idle;
    case Receiving;
    case Sending;
    case Ending;
}

final class Connection
{
    public string $in = '';       // received and not yet a whole request
    public string $out = '';      // not yet sent
    public bool $last = false;    // no further request is taken
    public ?State $state = null;
    public float $deadline = 0.0; // by when the client should have done what we wait for

    /** @param resource $stream */
    public function __construct(public $stream)
    {
    }
}

final class Worker
{
    // Stock PHP's stream_select() can watch no descriptor from 1024 on; with uvstream this may be as many as `ulimit -n`
    // allows. When we are full, the rest waits in the queue.
    private const MOST_CONNECTIONS = 900;
    private const MOST_ACCEPTED = 4;         // in one turn: the others get their share
    private const MOST_UNSENT = 65536;       // a client that does not read its responses gets no further ones
    private const IDLE_SECONDS = 60;

    /** @var Connection[] */
    private array $connections = [];
    /** @var resource[] what stream_select() is to watch; keys are stream numbers here and above */
    private array $reading = [];
    /** @var resource[] */
    private array $writing = [];
    private bool $leaving = false;
    private bool $accepting = true;
    private int $served = 0;

    /**
     * @param resource $listener
     * @param resource $lifeline
     * @param Closure(string, string, string): array{int, string} $app
     */
    public function __construct(private $listener, private $lifeline, private float $grace, private Closure $app)
    {
    }

    /** @param int[] $blocked Signals that are blocked yet: none is lost before its handler stands. */
    public function run(array $blocked): void
    {
        foreach ([SIGTERM, SIGINT, SIGUSR1] as $signal) {
            pcntl_signal($signal, fn () => $this->leaving = true);
        }
        pcntl_signal(SIGUSR2, fn () => say("$this->served requests, " . count($this->connections) . ' connections'));
        pcntl_async_signals(true);
        pcntl_sigprocmask(SIG_UNBLOCK, $blocked);
        $this->reading = [(int) $this->lifeline => $this->lifeline, (int) $this->listener => $this->listener];
        fwrite($this->lifeline, "ready\n");
        for ($swept = now();;) {
            if ($this->leaving && $this->accepting) {
                $this->leave();
            }
            if ($this->leaving && !$this->connections) {
                break;
            }
            $this->turn();
            if (now() - $swept >= 1) {
                $swept = now();
                $this->closeOverdue();
            }
        }
        say("leaves after $this->served requests");
    }

    private function turn(): void
    {
        [$read, $write, $except] = [$this->reading, $this->writing, null];
        // The wait has an end, for PHP runs handlers between two steps of the script: of a signal that comes after the
        // last step and before the system call we learn when the call returns. (A self-pipe would be no help: it is
        // the handler that would write into it.) What the master wants comes as the end of a stream and is never late.
        if (@stream_select($read, $write, $except, 1) === false) {
            // A signal came: nothing is known, and what the arrays hold says nothing. Errors other than EINTR stay.
            $error = error_get_last()['message'] ?? '';
            str_contains($error, '[4]') || throw new RuntimeException($error);
            return;
        }
        foreach ($write as $id => $stream) {
            $this->proceed($this->connections[$id]);
        }
        foreach ($read as $id => $stream) {
            if ($stream === $this->listener) {
                $this->accept(self::MOST_ACCEPTED);
            } elseif ($stream === $this->lifeline) {
                $this->leaving = true;
            } elseif (isset($this->connections[$id])) { // not closed just now
                $this->receive($this->connections[$id]);
            }
        }
    }

    private function accept(int $most): void
    {
        while (count($this->connections) < self::MOST_CONNECTIONS && $most-- > 0) {
            $stream = @stream_socket_accept($this->listener, 0);
            if (!$stream) {
                return; // another child was faster
            }
            stream_set_blocking($stream, false);
            $this->connections[(int) $stream] = new Connection($stream);
            $this->enter($this->connections[(int) $stream], State::Idle);
        }
        if (count($this->connections) >= self::MOST_CONNECTIONS) {
            unset($this->reading[(int) $this->listener]);
        }
    }

    private function receive(Connection $connection): void
    {
        $data = @fread($connection->stream, 65536);
        if ($data !== '' && $data !== false) {
            if (!$connection->last) {
                $connection->in .= $data;
                $this->proceed($connection);
            }
        } elseif (feof($connection->stream)) { // also after an error
            $this->close($connection);
        }
    }

    /** Answers all whole requests that are there, sends what can be sent, and sees what to wait for next. */
    private function proceed(Connection $connection): void
    {
        $progress = false;
        do {
            while (!$connection->last && strlen($connection->out) < self::MOST_UNSENT
                && $request = take_request($connection->in)) {
                // In a leaving child the response to the last request that we know of is the last one.
                $connection->last = $request->close || ($this->leaving && $connection->in === '');
                $connection->out .= $request->response($request->answer($this->app), $connection->last);
                $this->served++;
                $progress = true;
            }
            $sent = $connection->out === '' ? 0 : @fwrite($connection->stream, $connection->out);
            if ($sent === false) {
                $this->close($connection);
                return;
            }
            $connection->out = substr($connection->out, $sent);
            $progress = $progress || $sent > 0;
        } while ($sent > 0);

        $state = match (true) {
            $connection->out !== '' => State::Sending,
            $connection->last => State::Ending,
            $connection->in !== '' => State::Receiving,
            default => State::Idle,
        };
        // More pieces of one request win no time: who sends a byte now and then does not hold us for ever.
        if ($progress || $state !== $connection->state) {
            $this->enter($connection, $state);
        }
    }

    private function enter(Connection $connection, State $state): void
    {
        $id = (int) $connection->stream;
        unset($this->reading[$id], $this->writing[$id]);
        if ($state === State::Sending) {
            $this->writing[$id] = $connection->stream; // and nothing more is read until all is sent
        } else {
            $this->reading[$id] = $connection->stream;
        }
        if ($state === State::Ending) {
            // Closing with anything unread in the kernel would be a reset, which can destroy the response under way:
            // say that we are done, and wait for the client to close.
            stream_socket_shutdown($connection->stream, STREAM_SHUT_WR);
        }
        $connection->state = $state;
        $connection->deadline = now() + match ($state) {
            State::Idle => $this->leaving ? $this->grace : self::IDLE_SECONDS,
            State::Receiving, State::Sending => 10,
            State::Ending => 2,
        };
    }

    private function close(Connection $connection): void
    {
        $id = (int) $connection->stream;
        unset($this->connections[$id], $this->reading[$id], $this->writing[$id]);
        fclose($connection->stream);
        if ($this->accepting) {
            $this->reading[(int) $this->listener] = $this->listener; // there is room again
        }
    }

    private function closeOverdue(): void
    {
        foreach ($this->connections as $connection) {
            $connection->deadline < now() && $this->close($connection);
        }
    }

    /** Takes the connections that wait already, and no further ones. */
    private function leave(): void
    {
        $this->accept(PHP_INT_MAX);
        unset($this->reading[(int) $this->listener], $this->reading[(int) $this->lifeline]);
        fclose($this->listener);
        fclose($this->lifeline);
        $this->accepting = false;
        say('stops accepting, has ' . count($this->connections) . ' connections to finish');
        posix_kill(posix_getppid(), SIGCHLD); // if it was not the master who told us: it looks at us, and starts another
        foreach ($this->connections as $connection) {
            if ($connection->state === State::Idle) {
                $connection->deadline = min($connection->deadline, now() + $this->grace);
            }
        }
    }
}
