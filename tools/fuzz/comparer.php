<?php
// The first difference between two traces that DIVERGENCES.md does not list.
declare(strict_types=1);

/** One line of a program, and what it said on either side. */
final class Step
{
    /** @param list<string> $before the lines of the program up to this one */
    public function __construct(
        public readonly string $code,
        public readonly array $stock,
        public readonly array $ours,
        public readonly array $before,
    ) {
    }

    public function calls(string $pattern): bool
    {
        return (bool) preg_match("~$pattern~", $this->code);
    }

    public function earlier(string $pattern): bool
    {
        return (bool) preg_grep("~$pattern~", $this->before);
    }

    public function stock_says(string $pattern): bool
    {
        return (bool) preg_grep("~$pattern~", $this->stock);
    }

    public function we_say(string $pattern): bool
    {
        return (bool) preg_grep("~$pattern~", $this->ours);
    }

    /** The kind of difference, whatever the slots and lengths. */
    public function kind(): string
    {
        $stock = array_values(array_diff($this->stock, $this->ours)) ?: ['(nothing)'];
        $ours = array_values(array_diff($this->ours, $this->stock)) ?: ['(nothing)'];
        $text = sprintf('%s: stock %.90s, uvstream %.90s', function_in($this->code), trim($stock[0]), trim($ours[0]));
        return preg_replace(['~string\(\d+, \w+\)~', '~\d+~'], ['string', 'N'], $text);
    }
}

/** What a line is about: the first function that it calls. */
function function_in(string $code): string
{
    return preg_match('~(\w+)\(~', str_replace(['keep(', 'stream_set_blocking($s'], '', $code), $m) ? $m[1] : trim($code, '> ');
}

final class Verdict
{
    /** @param list<string> $listed the rows of DIVERGENCES.md that were met */
    public function __construct(public readonly ?Step $difference, public readonly array $listed)
    {
    }
}

/** @return list<array{string, list<string>}> what each line of the program said */
function steps_of(Outcome $outcome): array
{
    $steps = [];
    foreach ([...$outcome->lines, ...($outcome->ended === '' ? [] : ["  it $outcome->ended"])] as $line) {
        if (str_starts_with($line, 'loop: ')) continue;
        if (str_starts_with($line, '> ') || !$steps || preg_match('~^(slot|left open|end)\b~', $line)) $steps[] = [$line, []];
        else $steps[array_key_last($steps)][1][] = $line;
    }
    return $steps;
}

/** Bytes that TLS made, read as they are: they are others each time, and so is all that follows. */
function is_encrypted(Step $step): bool
{
    return $step->earlier('secured|shake|enable_crypto|ssl://') && $step->stock_says('binary\(') && $step->we_say('binary\(');
}

function compare(Outcome $stock, Outcome $ours): Verdict
{
    [$theirs, $mine] = [steps_of($stock), steps_of($ours)];
    $listed = $before = [];
    for ($i = 0; $i < max(count($theirs), count($mine)); $i++) {
        [$their_line, $their_words] = $theirs[$i] ?? ['(nothing)', []];
        [$my_line, $my_words] = $mine[$i] ?? ['(nothing)', []];
        $step = $their_line === $my_line ? new Step($my_line, $their_words, $my_words, $before)
            : new Step('the state of a stream', [$their_line, ...$their_words], [$my_line, ...$my_words], $before);
        if (is_encrypted($step)) return new Verdict(null, [...$listed, 'encrypted bytes']);
        $before[] = $my_line;
        if ($step->stock === $step->ours) continue;
        $rule = rule_for($step);
        if ($rule === null) return new Verdict($step, $listed);
        $listed[] = $rule['row'];
        if ($rule['ends']) break;
    }
    return new Verdict(null, $listed);
}
