<?php
// What the command line says, and how each PHP is started.
declare(strict_types=1);

/** Ends a run that says nothing of uvstream. */
function give_up(string $why): never
{
    echo "$why\n0 passed, 1 failed, 0 skipped\n";
    exit(1);
}

final class Settings
{
    /** What --smoke runs in each mode, always the same: some seconds. */
    private const SMOKE = ['compare' => 100, 'hostile' => 20, 'faults' => 120, 'chaos' => 200];

    public int $seconds = 60;
    public int $seed;
    private int $programs = PHP_INT_MAX;
    private bool $smoke = false;
    /** @var list<string> */
    public array $modes = [];
    public int $lanes;
    public string $work;
    public bool $is_sanitized = false; // chaos
    public ?string $known = null; // a pattern: failures of such a kind are skipped

    public function __construct(array $arguments)
    {
        $this->work = getenv('FUZZ_WORK');
        $this->lanes = 4 * (int) getenv('FUZZ_JOBS'); // programs wait more than they work
        $this->seed = random_int(1, 1 << 30);
        foreach ($arguments as $argument) {
            match (true) {
                ctype_digit($argument) => $this->seconds = (int) $argument,
                (bool) preg_match('~^--mode=(compare|hostile|faults|chaos)$~', $argument, $m) => $this->modes[] = $m[1],
                (bool) preg_match('~^--seed=(\d+)$~', $argument, $m) => $this->seed = (int) $m[1],
                (bool) preg_match('~^--programs=(\d+)$~', $argument, $m) => $this->programs = (int) $m[1],
                $argument === '--smoke' => $this->smoke = true,
                $argument === '--sanitized' => $this->is_sanitized = true,
                (bool) preg_match('~^--known=(.+)$~s', $argument, $m) => $this->known = $m[1],
                default => give_up("tools/run_fuzz: what is $argument?"),
            };
        }
        if ($this->smoke) $this->seed = 1;
        $this->modes = $this->modes ?: ['compare', 'hostile', 'faults', 'chaos'];
    }

    /** How many programs there are in a mode, at most. */
    public function programs(string $mode): int
    {
        return $this->smoke ? self::SMOKE[$mode] : $this->programs;
    }

    /** Stock PHP, ours, ours with sanitizers, and the first two with the shim that makes calls fail. */
    public function worker(string $side): Worker
    {
        $php = getenv('FUZZ_PHP');
        $ours = ['-d', 'extension=' . getenv('FUZZ_MODULE')];
        $sanitized = [getenv('FUZZ_SANITIZED_PHP'), '-d', 'extension=' . getenv('FUZZ_SANITIZED_MODULE')];
        $chaotic = ['-d', 'uvstream.schedule=random:1'];
        $shim = ['LD_PRELOAD' => getenv('FUZZ_SHIM')];
        [$command, $environment] = match ($side) {
            'stock' => [[$php], []],
            'uvstream' => [[$php, ...$ours], []],
            'sanitized' => [$sanitized, ['FUZZ_BOUND' => '8']],
            'chaotic' => [[$php, ...$ours, ...$chaotic], ['FUZZ_BOUND' => '8']],
            'sanitized chaotic' => [[...$sanitized, ...$chaotic], ['FUZZ_BOUND' => '20']],
            'faulty stock' => [[$php], $shim],
            'faulty uvstream' => [[$php, ...$ours], $shim],
        };
        return new Worker($command, $environment, $this->work);
    }
}
