<?php
// The rows of the table. To add one: a server in servers/, an entry here.

final class Row
{
    /**
     * @param string $server Script in servers/ and its arguments; {n} becomes the count.
     * @param string $load   Arguments of the load program; '' where none is needed.
     * @param int    $count  How many requests (or bytes) one run takes: about 0.08 s of the server's time.
     * @param array{int,int} $trace Two counts for strace: their difference leaves the start-up out.
     * @param ?float $goal   The ratio not to be exceeded.
     * @param string $c      Arguments of the C servers; '' where they have no part.
     * @param int    $per    How much of the count is one unit of the table.
     * @param bool   $inTurns Server and load share one processor and neither preempts the other, so that they take turns
     *                       at every wait. Else each has its own, and the load spins. In turns it is certain whether
     *                       the server finds its data there; apart, that is a race where the load is the slower one.
     * @param bool   $asleep The server is meant to sleep before each request.
     */
    public function __construct(
        public string $id,
        public string $name,
        public string $server,
        public string $load,
        public int $count,
        public array $trace,
        public ?float $goal = 1.0,
        public string $c = '',
        public int $per = 1,
        public bool $inTurns = false,
        public bool $asleep = false,
    ) {
    }

    /** Whether the user asked for this row: --rows=5 means 5a, 5b and so on. */
    public function isIn(array $wanted): bool
    {
        return !$wanted || in_array($this->id, $wanted) || in_array(rtrim($this->id, 'abcdef'), $wanted);
    }
}

/** @return Row[] */
function rows(): array
{
    $mib = 1 << 20;
    $bulk = 256 * $mib; // a quarter GiB at a time: more pairs are worth more than longer runs
    return [
        new Row('1a', 'keep-alive, 1 conn, fgets', 'fgets.php', '-c 1 keep', 8000, [200, 1200], 1.0, 'keep 1', inTurns: true, asleep: true),
        new Row('1b', 'keep-alive, 1 conn, fread', 'fread.php 1', '-c 1 keep', 8000, [200, 1200], 1.0, 'keep 1', inTurns: true, asleep: true),
        new Row('1c', 'same, 16 in turn: data is there', 'fread.php 16', '-c 16 keep', 12000, [160, 1600], 0.9, 'keep 16'),
        new Row('2', 'select loop, 64 conn', 'select.php 64', '-c 64 keep', 12000, [640, 6400], 1.0, 'keep 64'),
        new Row('3a', 'select loop, 900 conn', 'select.php 900', '-c 900 keep', 18000, [1800, 9000], 1.0, 'keep 900'),
        new Row('3b', 'same, 16 of them in use', 'select.php 900', '-c 900 -a 16 keep', 6000, [1800, 9000], 1.0, 'keep 900'),
        new Row('4a', 'churn, 16 at a time', 'churn.php', '-c 16 churn', 5000, [200, 1200], 0.9, 'churn 1', inTurns: true),
        new Row('4b', 'churn, 1 at a time: asleep', 'churn.php', '-c 1 churn', 4000, [200, 1200], 1.0, 'churn 1', inTurns: true, asleep: true),
        new Row('5a', 'bulk in, fread 8192 (per MiB)', 'bulk_read.php 8192', 'send', $bulk, [8 * $mib, 40 * $mib], 0.9, '', $mib),
        new Row('5b', 'bulk in, fread 65536 (per MiB)', 'bulk_read.php 65536', 'send', $bulk, [8 * $mib, 40 * $mib], 0.9, '', $mib),
        new Row('5c', 'bulk out, fwrite 65536 (per MiB)', 'bulk_write.php {n}', 'recv', $bulk, [8 * $mib, 40 * $mib], 1.0, '', $mib),
        new Row('6', 'UDP echo, 16 in flight', 'udp.php', '-c 16 udp', 16000, [200, 1200]),
        new Row('7', 'listen + fclose, no load', 'listen_close.php {n}', '', 8000, [200, 1200]),
    ];
}
