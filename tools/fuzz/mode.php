<?php
// A mode makes programs from seeds and judges how they ended; drive() runs them for a time and reports.
declare(strict_types=1);

final class Judgement
{
    /** @param list<string> $notes */
    private function __construct(
        public readonly string $is,        // passed, skipped, failed
        public readonly string $kind = '', // of failure: failures of one kind are shown once
        public readonly string $evidence = '',
        public readonly bool $certain = false, // counts though it may not repeat: a crash, a sanitizer's report
        public readonly array $notes = [],
        public readonly int $operations = 0,
    ) {
    }

    public static function passed(array $notes = [], int $operations = 0): self
    {
        return new self('passed', notes: $notes, operations: $operations);
    }

    public static function skipped(string $why): self
    {
        return new self('skipped', notes: [$why]);
    }

    public static function failed(string $kind, string $evidence, bool $certain): self
    {
        return new self('failed', $kind, $evidence, $certain);
    }
}

interface Mode
{
    /** @return list<string> which PHPs run each program: keys of Settings::$php */
    public function sides(): array;

    /** @return list<string> PHPs that may show the same failure sooner, for reducing; none: the same ones */
    public function quicker_sides(): array;

    /** @return array the program of this seed, with its seed */
    public function program(int $seed): array;

    /** @param list<Outcome> $outcomes one for each side */
    public function judge(array $program, array $outcomes): Judgement;
}

/** Runs a mode's programs, counts them and reports failures, each kind once and reduced. */
final class Drive
{
    private const REDUCING = 20; // seconds for one program
    /** @var list<Worker> for what is run again */
    private array $again;
    private Report $report;
    private float $looking = 0; // seconds spent on failures

    public function __construct(private Mode $mode, private string $name, private Settings $settings)
    {
        $this->report = new Report($name, "$settings->work/found", 'tools/run_fuzz');
        $this->again = $this->workers();
    }

    /** @return list<Worker> */
    private function workers(): array
    {
        return array_map(fn ($side) => $this->settings->worker($side), $this->mode->sides());
    }

    public function run(): Report
    {
        $start = microtime(true);
        $lanes = new Lanes($this->settings->lanes, $this->workers(...));
        foreach ($lanes->run($this->programs($start + $this->settings->seconds)) as [$program, $outcomes]) {
            $judgement = $this->mode->judge($program, $outcomes);
            $now = microtime(true);
            $this->count($program, $judgement);
            $this->looking += microtime(true) - $now;
        }
        $this->report->sum_up(microtime(true) - $start, $this->looking);
        return $this->report;
    }

    private function programs(float $until): Iterator
    {
        for ($i = 0; $i < $this->settings->programs($this->name) && microtime(true) < $until; $i++) {
            yield $this->mode->program($this->settings->seed + $i);
        }
    }

    private function count(array $program, Judgement $judgement): void
    {
        array_map($this->report->note(...), array_unique($judgement->notes));
        $this->report->operations += $judgement->operations;
        if ($judgement->is === 'passed') $this->report->passed++;
        if ($judgement->is === 'skipped') $this->report->skipped++;
        if ($judgement->is !== 'failed') return;
        if ($this->settings->known !== null && preg_match("~{$this->settings->known}~", $judgement->kind)) {
            $this->skip("known: $judgement->kind");
        } elseif (!$judgement->certain && !$this->repeats($program, $judgement->kind)) {
            $this->skip("did not repeat: $judgement->kind, seed $program[seed]");
        } elseif ($this->report->knows($judgement->kind)) {
            $this->report->count_failure($judgement->kind);
        } else {
            $this->show($program, $judgement);
        }
    }

    private function skip(string $why): void
    {
        $this->report->skipped++;
        $this->report->note($why);
    }

    private function fails_so(array $program, string $kind): ?Judgement
    {
        foreach ($this->again as $worker) $worker->send($program);
        $judgement = $this->mode->judge($program, array_map(fn ($worker) => $worker->receive(), $this->again));
        return $judgement->kind === $kind ? $judgement : null;
    }

    /** Two more times, of three: data comes a little later now and then, on a busy machine. */
    private function repeats(array $program, string $kind): bool
    {
        $times = 0;
        for ($try = 0; $try < 3 && $times < 2; $try++) $times += (int) ($this->fails_so($program, $kind) !== null);
        return $times === 2;
    }

    private function show(array $program, Judgement $judgement): void
    {
        $small = $program;
        if (!$judgement->certain || $this->repeats($program, $judgement->kind)) $small = $this->reduced($program, $judgement->kind);
        $again = $this->fails_so($small, $judgement->kind) ?? $this->fails_so($small, $judgement->kind);
        if ($again === null && !$judgement->certain) {
            $this->skip("did not repeat once reduced: $judgement->kind, seed $program[seed]");
            return;
        }
        $this->report->count_failure($judgement->kind);
        $this->report->show($small, "$this->name: $judgement->kind", ($again ?? $judgement)->evidence);
    }

    private function reduced(array $program, string $kind): array
    {
        $until = microtime(true) + self::REDUCING;
        $usual = $this->again;
        if ($this->mode->quicker_sides()) {
            $this->again = array_map($this->settings->worker(...), $this->mode->quicker_sides());
            if (!$this->repeats($program, $kind)) $this->again = $usual;
        }
        $soon = ['bound' => 1.0] + $program; // most of what hangs at all does so soon
        if ($this->fails_so($soon, $kind)) $program = $soon;
        $small = (new Reducer(fn ($shorter) => (bool) $this->fails_so($shorter, $kind), $until))->reduce($program);
        $this->again = $usual;
        unset($small['bound']);
        return $small;
    }
}
