<?php
// The tested PHPs: each a process of server.php, fed with programs.
declare(strict_types=1);

/** How a program ended in one PHP. */
final class Outcome
{
    /** @param list<string> $lines */
    public function __construct(
        public readonly array $lines,
        public readonly string $ended,  // '' as it should
        public readonly string $report, // a sanitizer's
    ) {
    }

    public function is_broken(): bool
    {
        return $this->ended !== '' || $this->report !== '';
    }

    /** The last line that the program began. */
    public function last_step(): string
    {
        foreach (array_reverse($this->lines) as $line) {
            if (str_starts_with($line, '> ')) return $line;
        }
        return '(before the first line)';
    }
}

final class Worker
{
    private static int $made = 0;
    private string $folder;
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    /** @param list<string> $command PHP and its options
     *  @param array<string, string> $environment */
    public function __construct(private array $command, private array $environment, string $work)
    {
        $this->folder = "$work/run/" . getmypid() . '-' . ++self::$made;
        mkdir($this->folder, 0777, true);
        $this->start();
    }

    public function __destruct()
    {
        $this->stop();
        array_map('unlink', glob("$this->folder/*"));
        rmdir($this->folder);
    }

    private function start(): void
    {
        $command = [...$this->command, __DIR__ . '/server.php', $this->folder];
        $errors = ['file', "$this->folder/../errors", 'a'];
        $standard = [['pipe', 'r'], ['pipe', 'w'], $errors];
        $this->process = proc_open($command, $standard, $this->pipes, null, $this->environment + getenv());
    }

    private function stop(): void
    {
        array_map('fclose', $this->pipes);
        proc_close($this->process);
    }

    public function send(array $program): void
    {
        fwrite($this->pipes[0], json_encode($program, JSON_THROW_ON_ERROR) . "\n");
    }

    /** @return resource readable when an answer is there */
    public function output()
    {
        return $this->pipes[1];
    }

    public function receive(): Outcome
    {
        $line = fgets($this->pipes[1]);
        if ($line === false) { // its own process broke: no program may do that
            $this->stop();
            $this->start();
            return new Outcome([], 'the server of programs ended', '');
        }
        $answer = json_decode($line, true);
        return new Outcome(normalised($answer['trace']), $answer['ended'], $answer['report']);
    }

    public function run(array $program): Outcome
    {
        $this->send($program);
        return $this->receive();
    }
}

/** Several programs at a time, each on all sides. A side is one kind of PHP. */
final class Lanes
{
    /** @var list<list<Worker>> */
    private array $lanes = [];

    /** @param callable(): list<Worker> $sides */
    public function __construct(int $count, callable $sides)
    {
        for ($i = 0; $i < $count; $i++) $this->lanes[] = $sides();
    }

    /**
     * @param Iterator<array> $programs
     * @return Generator<array{array, list<Outcome>}>
     */
    public function run(Iterator $programs): Generator
    {
        $idle = array_keys($this->lanes);
        $busy = $done = [];
        while (true) {
            while ($idle && $programs->valid()) {
                $lane = array_pop($idle);
                $busy[$lane] = $programs->current();
                $done[$lane] = [];
                foreach ($this->lanes[$lane] as $worker) $worker->send($busy[$lane]);
                $programs->next();
            }
            if (!$busy) return;
            $read = [];
            foreach (array_keys($busy) as $lane) {
                foreach ($this->lanes[$lane] as $side => $worker) {
                    if (!isset($done[$lane][$side])) $read["$lane $side"] = $worker->output();
                }
            }
            $write = $except = null;
            stream_select($read, $write, $except, null);
            foreach (array_keys($read) as $which) {
                [$lane, $side] = array_map('intval', explode(' ', $which));
                $done[$lane][$side] = $this->lanes[$lane][$side]->receive();
                if (count($done[$lane]) < count($this->lanes[$lane])) continue;
                ksort($done[$lane]);
                yield [$busy[$lane], $done[$lane]];
                unset($busy[$lane]);
                $idle[] = $lane;
            }
        }
    }
}
