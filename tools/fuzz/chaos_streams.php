<?php
// What the lines of a program of tasks do with streams. Pipes carry lines between any number of strands, flows carry bytes
// from one strand at a time to one at a time.
declare(strict_types=1);

/** Two ends that are connected. Each way is a place of the ledger. */
final class Pipe
{
    private static int $made = 0;
    private int $number;
    /** @var array<int, resource> */
    private array $ends = [];

    public function __construct()
    {
        $this->number = ++self::$made;
    }

    public function add(int $end, mixed $stream): void
    {
        stream_set_timeout($stream, 0, 5000);
        $this->ends[$end] = $stream;
    }

    public function end(int $end): mixed
    {
        return is_resource($this->ends[$end] ?? null) ? $this->ends[$end] : null;
    }

    public function way_from(int $end): string
    {
        return "pipe $this->number from $end";
    }

    /** What is in it is nobody's any more. */
    public function spill(): void
    {
        foreach ([0, 1] as $end) Streams::excuse($this->way_from($end));
    }
}

/** Bytes that follow each other by a rule, so that none can be missing or too many. */
final class Flow
{
    private const PERIOD = 9973, MOST = 400_000, ROOM_OF_A_PIPE = 30_000;
    private static string $pattern = '';
    public array $ends;
    public int $at_least = 0, $at_most = 0; // poured
    public int $drunk = 0;
    public bool $is_pouring = false, $is_drinking = false, $has_ended = false;

    public function __construct(private bool $is_pipe = false)
    {
        $this->ends = $is_pipe ? self::pipe_ends() : stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        foreach ($this->ends as $end) stream_set_timeout($end, 0, 5000);
        if (self::$pattern !== '') return;
        for ($i = 0; $i < self::PERIOD; $i++) self::$pattern .= $i % 41 === 40 ? "\n" : chr(97 + $i * $i % 26);
        self::$pattern = substr(str_repeat(self::$pattern, intdiv(self::MOST, self::PERIOD) + 1), 0, self::MOST);
    }

    private static function pipe_ends(): array
    {
        $path = sys_get_temp_dir() . '/chaos' . getmypid();
        exec('mkfifo ' . escapeshellarg($path));
        $both = fopen($path, 'r+'); // who opens one end waits for the other
        $ends = [fopen($path, 'w'), fopen($path, 'r')];
        unlink($path);
        return $ends;
    }

    /** A write to a pipe has no timeout: nobody need be there who reads. */
    public function most(int $count): int
    {
        return $this->is_pipe ? min($count, max(0, self::ROOM_OF_A_PIPE - ($this->at_most - $this->drunk))) : $count;
    }

    public static function bytes(int $at, int $count): string
    {
        return substr(self::$pattern, $at % self::PERIOD, $count);
    }

    public function drink(string|false $bytes): void
    {
        if ($bytes === false || $bytes === '') return;
        if ($bytes !== self::bytes($this->drunk, strlen($bytes))) Ledger::fault('bytes of a stream are missing or twice there');
        $this->drunk += strlen($bytes);
    }
}

final class Streams
{
    /** @var list<Pipe> */
    public static array $pipes;
    /** @var array<string, Pipe> by the client's address */
    private static array $by_address;
    /** @var list<Flow> */
    public static array $flows;
    /** @var resource|null */
    public static $listener;

    public static function begin(): void
    {
        self::$pipes = self::$by_address = [];
        for ($i = 0; $i < 3; $i++) self::add_pipe(stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0));
        self::$flows = [new Flow(), new Flow(), new Flow(is_pipe: true)];
        self::$listener = stream_socket_server('tcp://127.0.0.1:0');
    }

    public static function end(): void
    {
        self::$pipes = self::$by_address = self::$flows = [];
        self::$listener = null;
    }

    private static function add_pipe(array $ends): void
    {
        self::$pipes[] = $pipe = new Pipe();
        foreach ($ends as $i => $end) $pipe->add($i, $end);
    }

    /** One end of a connection: the other one's is there, or will be. */
    public static function join(string $client, int $end, mixed $stream): void
    {
        $pipe = self::$by_address[$client] ?? null;
        if ($pipe === null || $pipe->end($end) !== null) {
            self::$by_address[$client] = self::$pipes[] = $pipe = new Pipe();
        }
        $pipe->add($end, $stream);
    }

    public static function pipe(int $slot): Pipe
    {
        return self::$pipes[$slot % count(self::$pipes)];
    }

    public static function excuse(string $way): void
    {
        Chaos::$ledger->excuse($way);
    }

    /** By {main}, alone: what is left is what was sent and not received. */
    public static function drain(): void
    {
        foreach (self::$pipes as $pipe) {
            if ($pipe->end(0) === null || $pipe->end(1) === null) $pipe->spill();
            foreach ([0, 1] as $end) if ($pipe->end($end) !== null) stream_socket_shutdown($pipe->end($end), STREAM_SHUT_WR);
            foreach ([0, 1] as $end) while ($pipe->end($end) !== null && hear_line($pipe, $end));
        }
        foreach (self::$flows as $flow) {
            fclose($flow->ends[0]);
            $flow->drink(stream_get_contents($flow->ends[1]));
            if ($flow->drunk < $flow->at_least) Ledger::fault('bytes of a stream were lost');
            if ($flow->drunk > $flow->at_most) Ledger::fault('a stream had more bytes than were written');
        }
    }
}

/** A wait for a descriptor: it throws nothing but what ends the strand. */
function awaits(callable $wait): mixed
{
    try {
        return Chaos::$ledger->timed($wait);
    } catch (Uvstream\CancelledError $error) {
        throw $error;
    } catch (Throwable $error) {
        Ledger::fault('in a stream: ' . describe_exception($error));
        return false;
    }
}

function say(int $slot, int $end, int $size): void
{
    $pipe = Streams::pipe($slot);
    $stream = $pipe->end($end);
    if ($stream === null) return;
    $id = Chaos::$ledger->offer($pipe->way_from($end), me());
    $line = "$id:" . str_repeat('x', $size) . "\n";
    $sent = false;
    try {
        $sent = awaits(fn () => @fwrite($stream, $line));
    } finally {
        Chaos::$ledger->settle($id, $sent === strlen($line));
    }
}

function hear(int $slot, int $end): void
{
    hear_line(Streams::pipe($slot), $end);
}

function hear_line(Pipe $pipe, int $end): bool
{
    $stream = $pipe->end($end);
    $line = $stream !== null ? awaits(fn () => fgets($stream)) : false;
    if ($line === false) return false;
    if (preg_match('~^(\d+):x*\n$~', $line, $m)) {
        Chaos::$ledger->receive((int) $m[1], $pipe->way_from(1 - $end), me());
    } else {
        Ledger::fault('a broken line: ' . describe($line));
    }
    return true;
}

/** What it says is another's to read, unless this one is the first. (It warns of a stream that is closed meanwhile.) */
function look_at(int $slot, int $end, float $seconds): void
{
    $pipe = Streams::pipe($slot);
    $read = array_values(array_filter([$pipe->end($end), Streams::pipe($slot + 1)->end($end)]));
    $write = $except = null;
    if ($read && awaits(fn () => @stream_select($read, $write, $except, 0, (int) ($seconds * 1e6))) > 0) hear($slot, $end);
}

function hang_up(int $slot, int $end): void
{
    $stream = Streams::pipe($slot)->end($end);
    if ($stream !== null) stream_socket_shutdown($stream, STREAM_SHUT_WR);
}

function close_pipe(int $slot, int $end): void
{
    $pipe = Streams::pipe($slot);
    $stream = $pipe->end($end);
    if ($stream === null) return;
    $pipe->spill();
    fclose($stream);
}

function dial(): void
{
    $client = awaits(fn () => @stream_socket_client('tcp://' . stream_socket_get_name(Streams::$listener, false), $no, $text, 1));
    if ($client !== false) Streams::join(stream_socket_get_name($client, false), 0, $client);
}

function answer(): void
{
    $server = awaits(function () use (&$name) { return @stream_socket_accept(Streams::$listener, 0.005, $name); });
    if ($server !== false) Streams::join($name, 1, $server);
}

function pour(int $slot, int $count): void
{
    $flow = Streams::$flows[$slot];
    $count = $flow->most($count);
    if ($flow->is_pouring || $flow->has_ended || $count === 0) return;
    $flow->is_pouring = true;
    $flow->at_most += $count;
    try {
        $sent = (int) awaits(fn () => @fwrite($flow->ends[0], Flow::bytes($flow->at_least, $count)));
        $flow->at_least += $sent;
        $flow->at_most = $flow->at_least;
    } finally {
        $flow->has_ended = $flow->at_least !== $flow->at_most; // nobody knows how much it was
        $flow->is_pouring = false;
    }
}

function drink_by(int $slot, callable $read): void
{
    $flow = Streams::$flows[$slot];
    if ($flow->is_drinking) return;
    $flow->is_drinking = true;
    try {
        $flow->drink(awaits(fn () => $read($flow->ends[1])));
    } finally {
        $flow->is_drinking = false;
    }
}

function drink(int $slot, int $count): void
{
    drink_by($slot, fn ($stream) => fread($stream, $count + 1));
}

/** All at once, however long it takes, or as much as comes in time. */
function gulp(int $slot, int $count): void
{
    drink_by($slot, fn ($stream) => stream_get_contents($stream, $count + 1));
}

function sip(int $slot): void
{
    drink_by($slot, fn ($stream) => fgets($stream));
}
