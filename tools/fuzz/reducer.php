<?php
// Makes a failing program small: leaves out lines, ever fewer at a time, while it goes on failing in the same way.
declare(strict_types=1);

final class Reducer
{
    /** @param callable(array): bool $fails */
    public function __construct(private $fails, private float $until)
    {
    }

    public function reduce(array $program): array
    {
        $lines = self::flat($program);
        $size = count($lines);
        for ($chunk = intdiv($size, 2); $chunk >= 1 && microtime(true) < $this->until;) {
            $shorter = $this->without_one_chunk($program, $lines, $chunk);
            if ($shorter !== null) $lines = $shorter;
            $chunk = $shorter !== null && $chunk === 1 ? 1 : intdiv($chunk, 2);
        }
        return self::rebuilt($program, $lines);
    }

    /** What is left when every chunk that can go has gone; null if none can. */
    private function without_one_chunk(array $program, array $lines, int $chunk): ?array
    {
        $changed = false;
        for ($at = count($lines) - $chunk; $at > -$chunk && microtime(true) < $this->until; $at -= $chunk) {
            $shorter = $lines;
            array_splice($shorter, max(0, $at), $at < 0 ? $chunk + $at : $chunk);
            if ($shorter && count($shorter) < count($lines) && ($this->fails)(self::rebuilt($program, $shorter))) {
                $lines = $shorter;
                $changed = true;
            }
        }
        return $changed ? $lines : null;
    }

    /** All lines of a program, each with where it belongs. */
    private static function flat(array $program): array
    {
        $lines = [];
        foreach (['strands', 'deeds'] as $part) {
            foreach ($program[$part] ?? [] as $place => $these) {
                foreach ($these as $line) $lines[] = [$part, $place, $line];
            }
        }
        return $lines;
    }

    private static function rebuilt(array $program, array $lines): array
    {
        $program['strands'] = $program['deeds'] = [];
        foreach ($lines as [$part, $place, $line]) $program[$part][$place][] = $line;
        $program['strands'] = array_values($program['strands']) ?: [[]];
        return $program;
    }
}
