<?php
// Programs of tasks that send to each other, wait for each other and cancel each other, judged by chaos_ledger.php: no
// value lost or doubled, no waiter forgotten, nothing alive at the end.
declare(strict_types=1);

final class ChaosMode implements Mode
{
    /** How those bodies behave in which something fails: they go on, after a cancellation as well, or fail too. */
    private const KINDS = ['patient', 'patient', 'stubborn', 'brittle'];

    public function __construct(private Settings $settings)
    {
    }

    public function sides(): array
    {
        return [$this->settings->is_sanitized ? 'sanitized chaotic' : 'chaotic'];
    }

    public function quicker_sides(): array
    {
        return [];
    }

    public function program(int $seed): array
    {
        $make = new ProgramGenerator($seed);
        $is_bounded = $make->number(4) > 0;
        $words = array_filter(CHAOS_LINES, fn () => $make->number(4) > 0) + ['start(<body>)' => 16];
        if ($is_bounded) $words += CHAOS_SHIELDS;
        $names = [];
        for ($i = 3 + $make->number(10); $i > 0; $i--) $names[] = $make->one_of(self::KINDS) . count($names);
        $bodies = [];
        foreach ($names as $i => $name) {
            $bodies[$name] = $this->lines($make, 1 + $make->number(7), $words, array_slice($names, $i + 1));
        }
        return [
            'seed' => $seed,
            'strands' => [$this->lines($make, 5 + $make->number(12), $words, $names)],
            'deeds' => $bodies,
            'chaos' => ['steps' => $seed % 1000, 'bounded' => $is_bounded, 'rooted' => $make->number(4) > 0, 'leaves' => $make->number(3) === 0],
        ];
    }

    /** @return list<string> */
    private function lines(ProgramGenerator $make, int $count, array $words, array $bodies): array
    {
        $bodies = $bodies ?: ['nothing'];
        $fill = fn ($m) => $m[1] === 'body' ? "'{$make->one_of($bodies)}'" : $make->one_of(CHAOS_VALUES[$m[1]]);
        $lines = [];
        while (count($lines) < $count) $lines[] = preg_replace_callback('/<(body|time|limit)>/', $fill, $make->line($words));
        return $lines;
    }

    /** @param list<Outcome> $outcomes */
    public function judge(array $program, array $outcomes): Judgement
    {
        [$outcome] = $outcomes;
        $tail = implode("\n", [...array_slice($outcome->lines, -20), "it $outcome->ended", $outcome->report]);
        // (It also notes, of a fatal error on a task's stack, that this is not the stack that it knows.)
        if (preg_match('~ERROR: AddressSanitizer:? ([\w-]+)~', $outcome->report, $m)) return Judgement::failed($m[1], $tail, true);
        if ($faults = preg_grep('~^fault: ~', $outcome->lines)) {
            return Judgement::failed(preg_replace('~\d+~', 'N', reset($faults)), $tail, true);
        }
        if ($outcome->ended !== '') return Judgement::failed($outcome->ended, $tail, str_starts_with($outcome->ended, 'crashes'));
        if (array_slice($outcome->lines, -1) !== ['end']) return Judgement::failed('comes to no end', $tail, true);
        preg_match('~^did (\d+)$~m', implode("\n", $outcome->lines), $m);
        return Judgement::passed(operations: (int) $m[1]);
    }
}
