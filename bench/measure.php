<?php
// Runs one server with its load and returns what the server said of itself.

final class Bench
{
    /** @var ?int The processor that the load keeps to; null: there is only one, pin nothing. */
    private ?int $loadCpu = null;
    private ?int $serverCpu = null;

    public function __construct(private string $programs, private ?string $module)
    {
        // Not 0 and 1: a container may have been given others.
        preg_match('/^Cpus_allowed_list:\s*(.*)$/m', file_get_contents('/proc/self/status'), $found);
        $cpus = [];
        foreach (explode(',', $found[1] ?? '0') as $range) {
            [$first, $last] = explode('-', $range) + [1 => $range];
            array_push($cpus, ...range((int) $first, (int) $last));
        }
        if (count($cpus) > 1) {
            [$this->loadCpu, $this->serverCpu] = $cpus; // the first one has more interrupts to serve
        }
    }

    public function isPinned(): bool
    {
        return $this->serverCpu !== null;
    }

    /** @return string[] */
    public function php(bool $ours): array
    {
        return $ours && $this->module ? [PHP_BINARY, '-d', "extension=$this->module"] : [PHP_BINARY];
    }

    /** @return float[] Microseconds of the PHP server's time per unit, and the kernel's part if the row is one that has it. */
    public function phpTimes(Row $row, bool $ours, int $count): array
    {
        return $this->serve($this->phpServer($row, $ours, $count), $row, $count);
    }

    /** The same for what stands beside our server: another one on the same module, or the C server. */
    public function besideTimes(Row $row, int $count): array
    {
        [$program, $arguments] = explode(' ', $row->beside, 2);
        $command = str_ends_with($program, '.php')
            ? $this->scriptCommand($row->beside, $this->php(true), $count)
            : ["$this->programs/$program", ...explode(' ', $arguments)];
        return $this->serve($command, $row, $count, [], $row->besideLoad ?: $row->load);
    }

    /** The same for a C server. */
    public function cTime(Row $row, string $program, int $count): float
    {
        return $this->serve(["$this->programs/$program", ...explode(' ', $row->c)], $row, $count)[0];
    }

    /** System calls per unit, or null where strace may not trace. */
    public function systemCalls(Row $row, bool $ours): ?float
    {
        [$few, $many] = $row->trace;
        // Under strace the server is slow: without a pause it would find its data there where it otherwise sleeps.
        $pause = $row->asleep ? ['-w', '500'] : [];
        $calls = [];
        foreach ($row->trace as $count) {
            $report = "$this->programs/strace.txt";
            @unlink($report);
            $strace = ['strace', '-f', '-c', '-o', $report, ...($row->untraced ? ['-e', "trace=!$row->untraced"] : [])];
            try {
                $this->serve([...$strace, ...$this->phpServer($row, $ours, $count)], $row, $count, $pause);
            } catch (RuntimeException) {
                return null;
            }
            $calls[] = self::tracedCalls($report);
        }
        return ($calls[1] - $calls[0]) / ($many - $few) * $row->per;
    }

    /** System calls of one whole run of a command. */
    public function systemCallsOf(array $command): ?int
    {
        $report = "$this->programs/strace.txt";
        @unlink($report);
        $pipes = [];
        $failed = proc_close(proc_open(['strace', '-f', '-c', '-o', $report, ...$command], [], $pipes));
        return $failed ? null : self::tracedCalls($report);
    }

    /** @return float[] Processor and wall-clock time of a command, each the median of some runs. */
    public function startUp(array $command, int $times): array
    {
        $server = $this->start(["$this->programs/spawn", (string) $times, ...$command], $this->serverCpu);
        [, $cpu, $wall] = $this->result($server);
        return [$cpu, $wall];
    }

    private function phpServer(Row $row, bool $ours, int $count): array
    {
        $own = $row->extension === '' || extension_loaded($row->extension) ? [] : ['-d', "extension=$row->extension"];
        return $this->scriptCommand($row->server, [...$this->php($ours), ...$own], $count);
    }

    private function scriptCommand(string $server, array $php, int $count): array
    {
        [$script, $arguments] = explode(' ', str_replace('{n}', (string) $count, $server), 2) + [1 => ''];
        return [...$php, __DIR__ . "/servers/$script", ...array_filter(explode(' ', $arguments), 'strlen')];
    }

    /** @return float[] */
    private function serve(array $command, Row $row, int $count, array $pause = [], ?string $load = null): array
    {
        $load ??= $row->load;
        // In turns: one processor for both, and no preemption of one by the other's wake-ups (SCHED_BATCH).
        $inTurns = $row->inTurns || !$this->isPinned();
        $policy = $inTurns ? ['chrt', '-b', '0'] : [];
        $environment = $row->tls ? ['env', "BENCH_CERTIFICATE=$this->programs/certificate.pem"] : [];
        $prefix = [...$environment, ...$policy];
        $loadCommand = [...$prefix, "$this->programs/" . ($row->tls ? 'load_tls' : 'load'), '-n', (string) $count, ...$pause,
            ...($inTurns ? [] : ['-s']), ...explode(' ', $load)];
        $loadCpu = $inTurns ? $this->serverCpu : $this->loadCpu;
        if ($row->isClient || $row->peer !== '') {
            $peer = $row->isClient ? [...$loadCommand, '0'] : [...$prefix, ...explode(' ', "$this->programs/$row->peer")];
            $second = $this->start($peer, $loadCpu);
            $server = $this->start([...$prefix, ...$command, $this->port($second)], $this->serverCpu);
        } else {
            $server = $this->start([...$prefix, ...$command], $this->serverCpu);
            $second = $load === '' ? null : $this->start([...$loadCommand, $this->port($server)], $loadCpu);
        }
        [$served, $cpu, $kernel] = $this->result($server) + [2 => 0];
        if ($second) {
            $said = $this->result($second);
            $cpu = $row->byLoad ? $said[1] : $cpu;
        }
        if ((int) $served !== $count) {
            throw new RuntimeException("the server counted $served instead of $count");
        }
        return [$cpu / $count * $row->per, $kernel / $count * $row->per];
    }

    /** The port that a program says it listens on. */
    private function port(array $program): string
    {
        if (sscanf((string) fgets($program['out']), 'port %d', $port) !== 1) {
            throw new RuntimeException('the server did not start');
        }
        return (string) $port;
    }

    private function start(array $command, ?int $cpu): array
    {
        $pinned = $cpu === null ? $command : ['taskset', '-c', (string) $cpu, ...$command];
        $pipes = [];
        $process = proc_open(['timeout', '--foreground', '60', ...$pinned], [1 => ['pipe', 'w']], $pipes);
        return ['process' => $process, 'out' => $pipes[1], 'name' => basename(end($command))];
    }

    /** The numbers of a program's "result" line, once it has ended well. */
    private function result(array $program): array
    {
        $output = stream_get_contents($program['out']);
        $status = proc_close($program['process']);
        if ($status !== 0 || !preg_match('/^result (.*)$/m', $output, $found)) {
            throw new RuntimeException(trim("a program failed with status $status: $output"));
        }
        return array_map('floatval', explode(' ', $found[1]));
    }

    private static function tracedCalls(string $report): int
    {
        // "100.00    0.028005          16      1705        43 total"; the column of errors may be empty.
        preg_match('/^\s*100\.00\s+\S+\s+(?:\d+\s+)?(\d+)(?:\s+\d+)?\s+total$/m', (string) @file_get_contents($report), $found);
        return (int) ($found[1] ?? 0);
    }
}
