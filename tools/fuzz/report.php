<?php
// Counts programs, and writes down each kind of failure once: its reduced program as a script to run, and both traces.
declare(strict_types=1);

final class Report
{
    public int $passed = 0, $failed = 0, $skipped = 0;
    public int $operations = 0; // in those that passed, where the mode counts them
    /** @var array<string, int> how often each kind of failure came */
    private array $kinds = [];
    /** @var array<string, int> how often each listed difference ended a comparison, or a reason to skip came */
    private array $notes = [];

    public function __construct(private string $mode, private string $folder, private string $command)
    {
        is_dir($folder) || mkdir($folder, 0777, true);
    }

    public function note(string $why): void
    {
        $this->notes[$why] = ($this->notes[$why] ?? 0) + 1;
    }

    public function count_failure(string $kind): void
    {
        $this->failed++;
        $this->kinds[$kind] = ($this->kinds[$kind] ?? 0) + 1;
    }

    public function knows(string $kind): bool
    {
        return isset($this->kinds[$kind]);
    }

    public function show(array $program, string $what, string $evidence): void
    {
        $name = "$this->mode-" . $program['seed'];
        $script = $this->script($program);
        file_put_contents("$this->folder/$name.php", $script);
        file_put_contents("$this->folder/$name.txt", "$what\n$evidence\n");
        echo "--- $what\nagain: $this->command --mode=$this->mode --seed=$program[seed] --programs=1\n",
            "reduced to .b/fuzz/found/$name.php:\n", $this->body($program), "$evidence\n\n";
    }

    private function body(array $program): string
    {
        $text = '';
        foreach ($program['strands'] as $i => $lines) {
            if (count($program['strands']) > 1) $text .= "    // fiber $i\n";
            foreach ($lines as $line) $text .= "    $line\n";
        }
        foreach ($program['deeds'] ?? [] as $place => $lines) {
            $text .= "    // in $place: " . implode('; ', $lines) . "\n";
        }
        return $text;
    }

    private function script(array $program): string
    {
        $lines = preg_replace('/^(\s*)\d+ => /m', '$1', var_export(array_diff_key($program, ['seed' => 1]), true));
        [$file, $run] = isset($program['chaos']) ? ['chaos_program', 'run_chaos'] : ['program', 'run_program'];
        $runner = var_export(__DIR__ . "/$file.php", true);
        return "<?php\nrequire $runner;\nchdir(sys_get_temp_dir());\n$run($lines);\n";
    }

    public function sum_up(float $seconds, float $looking): void
    {
        arsort($this->notes);
        foreach ($this->notes as $why => $count) echo "skipped or filtered $count times: $why\n";
        foreach ($this->kinds as $kind => $count) echo "failed $count times: $kind\n";
        $all = $this->passed + $this->failed + $this->skipped;
        $running = max($seconds - $looking, 0.001);
        printf("%s: %d programs in %.0f s and %.0f s more for failures, %.0f a second\n",
            $this->mode, $all, $running, $looking, $all / $running);
        if ($this->operations > 0) echo "$this->mode: $this->operations operations\n";
    }
}
