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
     * @param string $untraced System calls that are not counted: they belong to what goes on around the thing measured.
     * @param bool   $kernel The server says how much of its time was the kernel's, too.
     * @param bool   $stock  Whether stock PHP can do it at all.
     * @param bool   $tls    The server speaks TLS, and load_tls is the load.
     * @param ?int   $full   The count with --full.
     * @param bool   $isClient The script is the client, and the load its server.
     * @param string $beside What it is compared with instead of stock: a script with our module, or "uv_server" and its
     *                       arguments.
     * @param string $besideLoad The load of that, where it is another one.
     * @param bool   $isFigure The goal is no ratio, but what our own figure is not to exceed.
     * @param bool   $byLoad It is the load that has the figure.
     * @param string $peer   The script is the client of this program and its arguments, and there is no load.
     * @param string $extension The script needs it.
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
        public string $untraced = '',
        public bool $kernel = false,
        public bool $stock = true,
        public bool $tls = false,
        public ?int $full = null,
        public bool $isClient = false,
        public string $beside = '',
        public string $besideLoad = '',
        public bool $isFigure = false,
        public bool $byLoad = false,
        public string $peer = '',
        public string $extension = '',
    ) {
    }

    /** Whether the user asked for this row: --rows=5 means 5a, 5b and so on, --rows=tls all that speak TLS. */
    public function isIn(array $wanted): bool
    {
        return !$wanted || in_array($this->id, $wanted) || in_array(rtrim($this->id, 'abcdef'), $wanted)
            || ($this->tls && in_array('tls', $wanted));
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
        new Row('3a', 'select loop, 900 conn', 'select.php 900', '-c 900 keep', 18000, [1800, 9000], 0.9, 'keep 900'),
        new Row('3b', 'same, 16 of them in use', 'select.php 900', '-c 900 -a 16 keep', 6000, [1800, 9000], 0.9, 'keep 900'),
        new Row('4a', 'churn, 16 at a time', 'churn.php', '-c 16 churn', 5000, [200, 1200], 0.9, 'churn 1', inTurns: true),
        new Row('4b', 'churn, 1 at a time: asleep', 'churn.php', '-c 1 churn', 4000, [200, 1200], 1.0, 'churn 1', inTurns: true, asleep: true),
        new Row('4c', 'same in a select loop, 16 at a time', 'churn_select.php', '-c 16 churn', 4000, [200, 1200], 1.0, 'churn 1'),
        new Row('5a', 'bulk in, fread 8192 (per MiB)', 'bulk_read.php 8192', 'send', $bulk, [8 * $mib, 40 * $mib], 0.9, '', $mib),
        new Row('5b', 'bulk in, fread 65536 (per MiB)', 'bulk_read.php 65536', 'send', $bulk, [8 * $mib, 40 * $mib], 0.9, '', $mib),
        new Row('5c', 'bulk out, fwrite 65536 (per MiB)', 'bulk_write.php {n}', 'recv', $bulk, [8 * $mib, 40 * $mib], 1.0, '', $mib),
        new Row('6', 'UDP echo, 16 in flight', 'udp.php', '-c 16 udp', 16000, [200, 1200]),
        new Row('7', 'listen + fclose, no load', 'listen_close.php {n}', '', 8000, [200, 1200]),
        select_row('9a', 10, 1, 20000, 1.0),
        select_row('9b', 100, 1, 6000, 1.0),
        select_row('9c', 400, 1, 1500, 0.5),
        select_row('9d', 1000, 1, 600, 0.5), // the last that stock can: descriptors below 1024
        select_row('9e', 5000, 1, 500),
        select_row('9f', 15000, 1, 200),
        select_row('10a', 1000, 10, 600, 0.5),
        select_row('10b', 5000, 10, 500),
        select_row('10c', 15000, 10, 200),
        select_row('11a', 10, 10, 20000, 1.0),
        select_row('11b', 100, 100, 6000, 1.0),
        select_row('11c', 400, 400, 1500, 1.0),
        select_row('11d', 1000, 1000, 600, 1.0),
        select_row('11e', 5000, 5000, 100),
        select_row('11f', 15000, 15000, 30),
        new Row('12a', 'ReactPHP, 64 conn', 'react.php 64', '-c 64 keep', 10000, [640, 6400], 1.0, 'keep 64'),
        new Row('12b', 'ReactPHP, 900 conn', 'react.php 900', '-c 900 keep', 9000, [1800, 9000], 0.85, 'keep 900'),
        new Row('12c', 'same, 16 of them in use', 'react.php 900', '-c 900 -a 16 keep', 4000, [1800, 9000], 0.85, 'keep 900'),
        new Row('13a', 'Amp, 64 conn', 'amp.php 64', '-c 64 keep', 6000, [640, 6400], 1.0, 'keep 64'),
        new Row('13b', 'Amp, 900 conn', 'amp.php 900', '-c 900 keep', 6300, [1800, 9000], 0.85, 'keep 900'),
        new Row('13c', 'same, 16 of them in use', 'amp.php 900', '-c 900 -a 16 keep', 3000, [1800, 9000], 0.85, 'keep 900'),
        ...tls_rows(),
        ...task_rows(),
        ...library_rows(),
    ];
}

/** C libraries that wait by themselves, without tasks. @return Row[] */
function library_rows(): array
{
    return [
        new Row('22a', 'curl_exec(), connection kept', 'curl_client.php {n}', '', 3000, [200, 1200], 1.0, inTurns: true,
            peer: 'epoll_server keep 1', extension: 'curl'),
        new Row('22b', "pg_query('SELECT 1')", 'pgsql_client.php {n}', '', 15000, [200, 1200], 1.0, extension: 'pgsql'),
    ];
}

/** @return Row[] */
function task_rows(): array
{
    $keep = ['-c 64 keep', 20000, [640, 6400]];
    $figure = fn(string $id, string $name, string $server, int $count, ?float $goal, string $load = '', bool $byLoad = false) =>
        new Row($id, $name, $server, $load, $count, [], $goal, stock: false, isFigure: true, byLoad: $byLoad);
    return [
        new Row('17a', 'task per conn, 64: beside C libuv', 'task.php 64', ...$keep, goal: 1.1, beside: 'uv_server keep 64'),
        new Row('17b', 'same, 1000 conn', 'task.php 1000', '-c 1000 keep', 40000, [2000, 9000], 1.2, beside: 'uv_server keep 1000'),
        new Row('17c', 'same, 64: beside stream_select', 'task.php 64', ...$keep, goal: null, beside: 'select.php 64'),
        new Row('17d', 'same, 64: beside ReactPHP', 'task.php 64', ...$keep, goal: 1.0, beside: 'react.php 64'),
        new Row('17e', 'same, 64: beside Amp', 'task.php 64', ...$keep, goal: 1.0, beside: 'amp.php 64'),
        new Row('17f', '64 of 10064 tasks: beside 64 of 64', 'task.php 10064', '-c 10064 -a 64 keep', 20000, [], 1.15,
            beside: 'task.php 64', besideLoad: '-c 64 keep'),
        $figure('18a', 'spawn and end of a task (us)', 'task_units.php spawn {n}', 200000, 0.6),
        $figure('18b', 'switch to another task (us)', 'task_units.php switch {n}', 400000, 0.15),
        $figure('19a', '10,000 parked conn: resident (KiB)', 'task_memory.php {n} resident', 10000, 10, '-c 10000 keep'),
        $figure('19b', 'same: of memory_limit (bytes)', 'task_memory.php {n} limit', 10000, 4096, '-c 10000 keep'),
        $figure('19c', 'same: page tables (KiB)', 'task_memory.php {n} tables', 10000, null, '-c 10000 keep'),
        $figure('20a', 'p99 of pings beside 8 floods (us)', 'task_latency.php', 300, 10000, 'ping', true),
        $figure('20b', 'same: their median (us)', 'task_latency.php', 300, 1000, '-p 50 ping', true),
        $figure('21', '20,000 tasks at once in delay (us)', 'task_delay.php {n}', 20000, null),
    ];
}

/** @return Row[] */
function tls_rows(): array
{
    $mib = 1 << 20;
    $gib = 1 << 30;
    $few = [16 * $mib, 48 * $mib];
    return [
        new Row('14a', 'TLS keep-alive, 1 conn, fread', 'fread.php 1', '-c 1 keep', 3000, [200, 1200], 0.8, inTurns: true, asleep: true, tls: true),
        new Row('14b', 'same, 16 in turn: data is there', 'fread.php 16', '-c 16 keep', 5000, [160, 1600], 0.8, tls: true),
        new Row('14c', 'TLS in a select loop, 64 conn', 'select.php 64', '-c 64 keep', 5000, [640, 6400], 1.0, tls: true),
        new Row('15a', 'TLS 1.3 handshakes, 1 at a time', 'churn.php', '-c 1 churn', 120, [20, 120], 1.0, inTurns: true, asleep: true, tls: true),
        new Row('15b', 'same, 8 clients at a time', 'churn.php', '-c 8 churn', 120, [20, 120], 1.0, tls: true),
        new Row('15c', 'TLS 1.3 client, full handshakes', 'tls_client.php {n} 0', 'serve', 120, [20, 120], 1.0, inTurns: true, tls: true, isClient: true),
        new Row('15d', 'same, resuming a session', 'tls_client.php {n} 1', 'reserve', 120, [20, 120], 1.0, inTurns: true, tls: true, isClient: true),
        new Row('16a', 'TLS in, fread 8192 (per MiB)', 'bulk_read.php 8192', 'send', 64 * $mib, $few, 1.0, '', $mib, tls: true, full: $gib),
        new Row('16b', 'TLS in, fread 65536 (per MiB)', 'bulk_read.php 65536', 'send', 64 * $mib, $few, 1.0, '', $mib, tls: true, full: $gib),
        new Row('16c', 'TLS out, fwrite 65536 (per MiB)', 'bulk_write.php {n}', 'recv', 64 * $mib, $few, 1.0, '', $mib, tls: true, full: $gib),
    ];
}

/** What one stream_select() call costs; without a goal: with more streams than stock can watch. */
function select_row(string $id, int $watched, int $ready, int $calls, ?float $goal = null): Row
{
    $name = $ready === $watched ? "select: $watched watched, all ready" : "select: $watched watched, $ready ready";
    return new Row($id, $name, "select_call.php $watched $ready {n}", '', $calls, [20, 120], $goal,
        untraced: 'sendto,recvfrom', kernel: true, stock: $goal !== null);
}
