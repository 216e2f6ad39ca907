<?php
// The same program on stock PHP and with uvstream: their traces must be equal, but for what DIVERGENCES.md lists.
declare(strict_types=1);

final class CompareMode implements Mode
{
    public function sides(): array
    {
        return ['stock', 'uvstream'];
    }

    public function quicker_sides(): array
    {
        return [];
    }

    public function program(int $seed): array
    {
        $make = new ProgramGenerator($seed);
        $lines = $make->lines(1 + $make->number(3), BEGINNINGS);
        $some = array_filter(OPERATIONS, fn () => $make->number(3) > 0); // so that programs differ in what they are about
        return ['seed' => $seed, 'strands' => [[...$lines, ...$make->lines(5 + $make->number(20), $some)]]];
    }

    /** @param list<Outcome> $outcomes */
    public function judge(array $program, array $outcomes): Judgement
    {
        [$stock, $ours] = $outcomes;
        $in = function_in($stock->last_step());
        if ($stock->is_broken() && $stock->ended === $ours->ended) return Judgement::skipped("stock PHP $stock->ended, too, in $in");
        if ($stock->is_broken() && !$ours->is_broken()) return Judgement::skipped("stock PHP alone $stock->ended in $in");
        $verdict = compare($stock, $ours);
        if ($verdict->difference === null) return Judgement::passed($verdict->listed);
        $step = $verdict->difference;
        $show = fn ($lines) => $lines ? implode("\n", array_map(fn ($line) => "    $line", $lines)) : '    (nothing)';
        $crashed = preg_match('~^(crashes|ends|the server)~', $ours->ended) === 1;
        $evidence = "$step->code\n  stock PHP:\n{$show($step->stock)}\n  uvstream:\n{$show($step->ours)}";
        return Judgement::failed($step->kind(), $evidence, $crashed);
    }
}
