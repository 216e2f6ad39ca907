<?php
// Programs whose handlers, destructors, filters and wrappers do harm, with uvstream under AddressSanitizer and
// UndefinedBehaviorSanitizer. They must end, with nothing reported and nothing left open.
declare(strict_types=1);

final class HostileMode implements Mode
{
    private ?Worker $stock = null;

    public function __construct(private Settings $settings)
    {
    }

    public function sides(): array
    {
        return ['sanitized'];
    }

    public function quicker_sides(): array
    {
        return ['uvstream'];
    }

    public function program(int $seed): array
    {
        $make = new ProgramGenerator($seed);
        $beginning = $make->lines(2 + $make->number(3), BEGINNINGS);
        $words = array_filter(HOSTILE_OPERATIONS + OPERATIONS, fn () => $make->number(3) > 0);
        $strands = [];
        for ($i = $make->number(2) ? 1 : 2 + $make->number(3); $i > 0; $i--) $strands[] = $make->lines(8 + $make->number(30), $words);
        array_unshift($strands[0], ...$beginning);
        $deeds = [];
        foreach (PLACES as $place => $closes) {
            $deeds[$place] = $make->lines(20, $closes ? DEEDS + CLOSING_DEEDS : DEEDS);
        }
        return ['seed' => $seed, 'strands' => $strands, 'deeds' => $deeds, 'hostile' => true];
    }

    /** @param list<Outcome> $outcomes */
    public function judge(array $program, array $outcomes): Judgement
    {
        [$outcome] = $outcomes;
        $harm = $this->harm($outcome);
        if ($harm === '') return Judgement::passed();
        $this->stock ??= $this->settings->worker('stock');
        $of_stock = $this->harm($this->stock->run($program));
        if ($of_stock === $harm || str_starts_with($of_stock, 'crashes')) return Judgement::skipped("$harm; stock PHP $of_stock");
        $evidence = implode("\n", [...array_slice($outcome->lines, -12), "it $harm", $outcome->report]);
        $certain = $outcome->report !== '' || str_starts_with($harm, 'crashes');
        return Judgement::failed($harm . ' in ' . function_in($this->guilty_step($outcome)), $evidence, $certain);
    }

    private function guilty_step(Outcome $outcome): string
    {
        foreach (steps_of($outcome) as [$line, $said]) {
            if (in_array('  spins', $said, true)) return $line;
        }
        return $outcome->last_step();
    }

    /** What is wrong with how a program ended; '' nothing. */
    private function harm(Outcome $outcome): string
    {
        if (preg_match('~AddressSanitizer:? (?:attempting )?([\w-]+)~', $outcome->report, $m)) {
            return $m[1] . (preg_match('~ in (uvstream::\S+)~', $outcome->report, $at) ? " in $at[1]" : '');
        }
        if ($outcome->report !== '') return 'a report';
        // (An exception out of a destructor may end PHP, and a signal that comes when PHP has given up its handlers.)
        if ($outcome->ended !== '' && !str_starts_with($outcome->ended, 'ends')) return $outcome->ended;
        if (preg_grep('~^  spins~', $outcome->lines)) return 'spins';
        return preg_replace('~ \d+$~', '', current(preg_grep('~^left open~', $outcome->lines)) ?: '');
    }
}
