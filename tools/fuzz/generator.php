<?php
// Makes programs from a seed: the same seed, the same program. It keeps in mind roughly what kind of stream each slot holds,
// so that most lines make sense, and now and then takes another slot, so that some do not.
declare(strict_types=1);

use Random\Engine\Mt19937;
use Random\Randomizer;

final class ProgramGenerator
{
    private const SLOTS = 14;
    private Randomizer $random;
    /** @var array<int, string> what the slots hold */
    private array $kinds = [];

    public function __construct(int $seed)
    {
        $this->random = new Randomizer(new Mt19937($seed));
    }

    public function number(int $below): int
    {
        return $this->random->getInt(0, $below - 1);
    }

    public function one_of(array $choices): mixed
    {
        return $choices[$this->number(count($choices))];
    }

    /** @param array<string, int> $weights template => how often */
    public function line(array $weights): string
    {
        $at = $this->number(array_sum($weights));
        foreach ($weights as $template => $weight) {
            if (($at -= $weight) < 0) return $this->fill($template);
        }
    }

    /** @param array<string, int> $weights
     *  @return list<string> */
    public function lines(int $count, array $weights): array
    {
        $lines = [];
        for ($i = 0; $i < $count; $i++) $lines[] = $this->line($weights);
        return $lines;
    }

    /** Puts something for each {name} of a template: {new KIND} a slot that will hold such a stream, {KIND} one that does,
     *  {same} the slot before. */
    private function fill(string $template): string
    {
        $slot = '';
        return preg_replace_callback('/\{([a-z_]+)(?: (\w+))?\}/', function ($m) use (&$slot) {
            if ($m[1] === 'same') return $slot;
            if ($m[1] === 'new') return $this->new_slot($m[2]);
            if ($m[1] === 'number') return (string) $this->number((int) $m[2]);
            if ($m[1] === 'slots') return $this->slots((int) $m[2]);
            return isset(VALUES[$m[1]]) ? $this->one_of(VALUES[$m[1]]) : $slot = '$s[' . $this->slot($m[1]) . ']';
        }, $template);
    }

    private function new_slot(string $kind): string
    {
        $free = array_values(array_diff(range(0, self::SLOTS - 1), array_keys($this->kinds)));
        $slot = $free ? $free[0] : $this->number(self::SLOTS);
        $this->kinds[$slot] = $kind;
        return "\$s[$slot]";
    }

    /** A slot with this kind of stream, mostly. */
    private function slot(string $kind): int
    {
        $fits = FITS[$kind] ?? [$kind];
        $fitting = array_keys(array_filter($this->kinds, fn ($held) => $kind === 'any' || in_array($held, $fits, true)));
        if ($fitting && $this->number(20) > 0) return $this->one_of($fitting);
        return $this->kinds && $this->number(8) > 0 ? $this->one_of(array_keys($this->kinds)) : $this->number(self::SLOTS);
    }

    private function slots(int $most): string
    {
        $slots = [];
        for ($i = $this->number($most + 1); $i > 0; $i--) $slots[] = $this->slot('any');
        return '[' . implode(', ', array_unique($slots)) . ']';
    }
}
